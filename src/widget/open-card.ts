interface Closable {
  /** Closes; where a key asked for it, the focus goes back to what opened it. */
  close(returnFocus: boolean): void;
}

/** At most one card is open at a time. */
export interface OpenCard {
  opened(card: Closable): void;
  closed(card: Closable): void;
  /** Closes the open one and says whether there was one. */
  close(returnFocus: boolean): boolean;
}

export function createOpenCard(): OpenCard {
  let current: Closable | undefined;
  function close(returnFocus: boolean): boolean {
    const card = current;
    current = undefined;
    card?.close(returnFocus);
    return card !== undefined;
  }
  return {
    opened(card) {
      if (current !== card) close(false);
      current = card;
    },
    closed(card) {
      if (current === card) current = undefined;
    },
    close,
  };
}
