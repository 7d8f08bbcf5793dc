import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CONFIDENCE_FEATURES } from '../src/answering/confidence.js';
import { SENTENCE_FEATURES } from '../src/answering/sentence-features.js';
import { readConfig } from '../src/config.js';
import { openEmbeddingModel } from '../src/embedding/open-embedding-model.js';
import { type Collected, collect } from './collect.js';
import { type Judged, judge } from './confidence-examples.js';
import { areaUnderCurve, rankingFigures } from './evaluate.js';
import { listingOf } from './listing.js';
import { fitListwise, fitLogistic } from './optimise.js';
import { digest, readRecords, readSquad, withForeignQuestions } from './question-set.js';
import { fitScaling, scaleLogistic, scaleProbability } from './scaling.js';
import { readOwnDevQuestions } from './sets.js';
import { chooseThreshold } from './threshold.js';
import { weightsFile } from './weights-file.js';

/** Articles of SQuAD that nothing is fitted to: figures are reported on them. */
const HELD_OUT = ['Warsaw', 'Harvard_University', '1973_oil_crisis'];
const OWN_SETS = ['korea-japan', 'saltmere'];
const SEARCH_QUESTIONS = 800;
/** Of the SQuAD questions, chosen by the hash of their id. */
const SQUAD_QUESTIONS = 3000;
/** Questions of another set that are asked of each. */
const OFF_TOPIC = 300;
const PASSAGES = 16;
const FOLDS = 5;
/** What one set weighs against the others, whatever its size. */
const SHARES = { squad: 1, search: 0.7, own: 2, offTopic: 0.5 };
const RANKER_PENALTY = 2e-4;
const CONFIDENCE_PENALTY = 5e-4;

const { values } = parseArgs({
  options: {
    squad: { type: 'string' },
    search: { type: 'string' },
    work: { type: 'string', default: 'training/out' },
    write: { type: 'boolean', default: false },
  },
});
if (values.squad === undefined || values.search === undefined) {
  throw new Error(
    'Wanted --squad FILE (SQuAD 2.0 layout) and --search FILE (JSON Lines of question, context, answers); see training/README.md.',
  );
}

const config = readConfig(process.env);
const model = await openEmbeddingModel({
  id: config.embeddingModel,
  precision: config.embeddingPrecision,
  workers: config.embeddingWorkers,
  modelsDir: config.modelsDir,
  hfEndpoint: config.hfEndpoint,
  offline: true,
});
console.time('collected');
const work = resolve(values.work);
const squadSet = readSquad(values.squad, SQUAD_QUESTIONS);
const searchSet = readRecords(values.search, 'search', SEARCH_QUESTIONS);
const squad = await collect(squadSet, model, work, PASSAGES);
const search = await collect(searchSet, model, work, PASSAGES);
const own: Collected[] = [];
const offTopic: Collected[] = [];
for (const name of OWN_SETS) {
  const set = await readOwnDevQuestions(name, config.corpusDir);
  own.push(...(await collect(set, model, work, PASSAGES)));
  offTopic.push(
    ...(await collect(withForeignQuestions(set, searchSet, OFF_TOPIC), model, work, PASSAGES)),
  );
}
offTopic.push(
  ...(await collect(withForeignQuestions(squadSet, searchSet, OFF_TOPIC), model, work, PASSAGES)),
);
await model.close();
console.timeEnd('collected');

const fitted = squad.filter(({ labelled }) => !HELD_OUT.includes(labelled.group));
const heldOut = squad.filter(({ labelled }) => HELD_OUT.includes(labelled.group));
const fold = ({ labelled }: Collected) =>
  Number.parseInt(digest(`fold ${labelled.id}`).slice(0, 8), 16) % FOLDS;

function fitRanker(ownPart: readonly Collected[]): Float64Array {
  const listings = (
    [
      [fitted, SHARES.squad],
      [search, SHARES.search],
      [ownPart, SHARES.own],
    ] as const
  ).flatMap(([part, share]) => {
    const usable = part.filter(({ right }) => right.includes(true));
    return usable.map((one) => listingOf(one, share / usable.length));
  });
  return fitListwise(listings, SENTENCE_FEATURES.length, RANKER_PENALTY);
}

function fitConfidence(
  ownPart: readonly Judged[],
  squadPart: readonly Judged[],
  offTopicPart: readonly Judged[],
): Float64Array {
  const examples = (
    [
      [squadPart, SHARES.squad],
      [ownPart, SHARES.own],
      [offTopicPart, SHARES.offTopic],
    ] as const
  ).flatMap(([part, share]) =>
    part.map(({ row, right }) => ({ row, right, weight: share / part.length })),
  );
  return fitLogistic(examples, CONFIDENCE_FEATURES.length, CONFIDENCE_PENALTY);
}

const confidenceOf = (weights: Float64Array, row: Float64Array): number => {
  const sum = row.reduce(
    (total, value, i) => total + value * (weights[i] ?? 0),
    weights[CONFIDENCE_FEATURES.length] ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
};

const crossed: { judged: Judged; confidence: number }[] = [];
for (let which = 0; which < FOLDS; which++) {
  const inside = own.filter((one) => fold(one) !== which);
  const outside = own.filter((one) => fold(one) === which);
  const ranker = fitRanker(inside);
  const confidence = fitConfidence(
    judge(inside, ranker),
    judge(fitted, ranker),
    judge(offTopic, ranker),
  );
  for (const judged of judge(outside, ranker))
    crossed.push({ judged, confidence: confidenceOf(confidence, judged.row) });
  console.log(`fold ${which + 1}`, rankingFigures(outside, ranker));
}

const ranker = fitRanker(own);
const judgedSquad = judge(fitted, ranker);
const confidence = fitConfidence(judge(own, ranker), judgedSquad, judge(offTopic, ranker));
console.log('own dev, fitted', rankingFigures(own, ranker));
console.log('SQuAD, held-out articles', rankingFigures(heldOut, ranker));
const judgedHeldOut = judge(heldOut, ranker);
console.log(
  'SQuAD, held-out articles: area under the curve of confidence (answerable against not)',
  areaUnderCurve(
    judgedHeldOut.map(({ row }) => confidenceOf(confidence, row)),
    judgedHeldOut.map(({ answerable }) => answerable),
  ),
);
const { slope, offset } = fitScaling(
  crossed.map(({ judged, confidence: value }) => ({ confidence: value, right: judged.right })),
);
const scaled = scaleLogistic(confidence, slope, offset);
const threshold = chooseThreshold(
  crossed.map(({ judged, confidence: value }) => ({
    ...judged,
    confidence: scaleProbability(value, slope, offset),
  })),
);
console.log('confidence scaled on own dev, cross-validated', { slope, offset });
console.log('own dev, cross-validated: abstention', threshold);
console.log(
  Object.fromEntries(
    SENTENCE_FEATURES.map((name, i) => [name, Number((ranker[i] ?? 0).toFixed(3))]),
  ),
);
console.log(
  Object.fromEntries(
    [...CONFIDENCE_FEATURES, 'bias'].map((name, i) => [name, Number((scaled[i] ?? 0).toFixed(3))]),
  ),
);
if (values.write) {
  const file = join(import.meta.dirname, '../src/answering/weights.ts');
  await writeFile(file, weightsFile(ranker, scaled, threshold.threshold));
  console.log(`Wrote ${file}`);
}
