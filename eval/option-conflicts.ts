/** Options that mean something beside one of these alone. */
const ONLY_WITH: Readonly<Record<string, readonly string[]>> = {
  without: ['ablations'],
  tolerance: ['baseline'],
  articles: ['squad'],
  ask: ['squad'],
  limit: ['beir', 'squad'],
};

const OF_ONE_RUN = [
  'url',
  'openai',
  'resume',
  'concurrency',
  'repeat',
  'save',
  'baseline',
  'gates',
  'gate-save',
  'check',
];
const OF_A_DATASET = [...OF_ONE_RUN, 'dataset', 'split', 'ablations'];

/** Options that would be passed over in silence beside this one. */
const NOT_WITH: Readonly<Record<string, readonly string[]>> = {
  ablations: OF_ONE_RUN,
  beir: [...OF_A_DATASET, 'squad'],
  squad: [...OF_A_DATASET, 'beir'],
};

/**
 * What is wrong with options that are given together; undefined where nothing is. Whoever gives an option that is without effect
 * would take the figures for something they are not.
 * @param given Names of the options on the command line.
 */
export function optionConflict(given: ReadonlySet<string>): string | undefined {
  for (const [option, others] of Object.entries(ONLY_WITH))
    if (given.has(option) && !others.some((one) => given.has(one)))
      return `--${option} is of --${others.join(' and --')}, which is not given.`;
  for (const [option, others] of Object.entries(NOT_WITH)) {
    const other = others.find((one) => given.has(one));
    if (given.has(option) && other !== undefined)
      return `--${other} has no effect beside --${option}. Leave one of them out.`;
  }
  return undefined;
}
