/** How often something is repeated. */
export interface Effort {
  /** Rounds at least, however long they take; from 1. */
  readonly least: number;
  /** Rounds at most. */
  readonly most: number;
  /** No round begins after so many milliseconds, once the least are done. */
  readonly budgetMs: number;
}

/**
 * Runs tasks in turn, A B A B, so that whatever else the machine does hits each of them alike.
 * @param tasks Each does its work once and gives what it measured; it is told the round, from 0.
 * @param now Milliseconds of a clock that never goes back.
 * @returns What each task gave, a value a round.
 */
export async function interleave<Name extends string>(
  tasks: Readonly<Record<Name, (round: number) => Promise<number>>>,
  { least, most, budgetMs }: Effort,
  now: () => number = () => performance.now(),
): Promise<Record<Name, number[]>> {
  const names = Object.keys(tasks) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  const began = now();
  for (let round = 0; round < most; round++) {
    if (round >= least && now() - began >= budgetMs) break;
    for (const name of names) measured[name].push(await tasks[name](round));
  }
  return measured;
}
