/** Keeps the values used last. */
export interface BoundedCache<Key, Value> {
  /** The kept value, or the one `load` gives; an undefined one is not kept. */
  get(key: Key, load: () => Value | undefined): Value | undefined;
}

/** A cache of at most `capacity` values; the one unused for longest gives way. */
export function createBoundedCache<Key, Value>(capacity: number): BoundedCache<Key, Value> {
  // A Map iterates in insertion order, so taking a used entry out and putting it back keeps the oldest first.
  const kept = new Map<Key, Value>();
  return {
    get: (key, load) => {
      const value = kept.get(key) ?? load();
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > capacity) kept.delete(kept.keys().next().value as Key);
      return value;
    },
  };
}
