import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CLOSE_FEATURES } from '../src/answering/close-reading.js';
import {
  CLOSE_CONFIDENCE_FEATURES,
  CONFIDENCE_FEATURES,
  describeCloseConfidence,
  describeConfidence,
} from '../src/answering/confidence.js';
import { SENTENCE_FEATURES } from '../src/answering/sentence-features.js';
import { readConfig } from '../src/config.js';
import { type Collected, collect } from './collect.js';
import { type Lessons, learn } from './learn.js';
import { openReader } from './open-reader.js';
import { readRecords, readSquad, withForeignQuestions } from './question-set.js';
import { type CloselyCollected, readCollected } from './read-closely.js';
import { readHeldOutCases, readOwnDevQuestions } from './sets.js';
import { weightsFile } from './weights-file.js';

/** Articles of SQuAD that nothing is fitted to: figures are reported on them. */
const HELD_OUT = ['Warsaw', 'Harvard_University', '1973_oil_crisis'];
const OWN_SETS = ['korea-japan', 'saltmere', 'kessel'];
const SEARCH_QUESTIONS = 400;
/** Of the SQuAD questions, chosen by the hash of their id. */
const SQUAD_QUESTIONS = 1500;
/** Questions of another set that are asked of each. */
const OFF_TOPIC = 150;
const PASSAGES = 16;

const { values } = parseArgs({
  options: {
    squad: { type: 'string' },
    search: { type: 'string' },
    data: { type: 'string' },
    work: { type: 'string', default: 'training/out' },
    write: { type: 'boolean', default: false },
  },
});
if (values.squad === undefined || values.search === undefined || values.data === undefined) {
  throw new Error(
    'Wanted --squad FILE (SQuAD 2.0 layout) and --search FILE (JSON Lines of question, context, answers) and --data FOLDER (the sets our own questions are on); see training/README.md.',
  );
}

const config = readConfig(process.env);
const work = resolve(values.work);
const { model, reader } = await openReader(config, work);

console.time('collected');
const squadSet = readSquad(values.squad, SQUAD_QUESTIONS);
const searchSet = readRecords(values.search, 'search', SEARCH_QUESTIONS);
const squad = await collect(squadSet, model, work, PASSAGES);
const search = await collect(searchSet, model, work, PASSAGES);
const written = await collect(readHeldOutCases(values.data), model, work, PASSAGES);
const own: Collected[] = [];
const offTopic: Collected[] = [];
for (const name of OWN_SETS) {
  const set = await readOwnDevQuestions(name, config.corpusDir);
  own.push(...(await collect(set, model, work, PASSAGES)));
  const foreign = withForeignQuestions(set, searchSet, OFF_TOPIC);
  offTopic.push(...(await collect(foreign, model, work, PASSAGES)));
}
const foreign = withForeignQuestions(squadSet, searchSet, OFF_TOPIC);
offTopic.push(...(await collect(foreign, model, work, PASSAGES)));
console.timeEnd('collected');

const isHeldOut = ({ labelled }: Collected) => HELD_OUT.includes(labelled.group);
const lessons: Lessons<Collected> = {
  squad: squad.filter((one) => !isHeldOut(one)),
  heldOut: squad.filter(isHeldOut),
  search,
  written,
  own,
  offTopic,
};
const light = learn(
  'words and vectors',
  lessons,
  SENTENCE_FEATURES,
  CONFIDENCE_FEATURES,
  ({ question, weight, isKnown }, ranked) => describeConfidence(question, ranked, weight, isKnown),
);

console.time('read closely');
const read = (part: readonly Collected[]) => readCollected(part, light.sentence, reader);
const close = learn<CloselyCollected>(
  'read closely',
  {
    own: await read(lessons.own),
    heldOut: await read(lessons.heldOut),
    offTopic: await read(lessons.offTopic),
    search: await read(lessons.search),
    written: await read(lessons.written),
    squad: await read(lessons.squad),
  },
  CLOSE_FEATURES,
  CLOSE_CONFIDENCE_FEATURES,
  ({ question, weight, isKnown }, ranked) =>
    describeCloseConfidence(question, ranked, weight, isKnown),
);
console.timeEnd('read closely');
await model.close();

if (values.write) {
  const file = join(import.meta.dirname, '../src/answering/weights.ts');
  await writeFile(file, weightsFile(light, close));
  console.log(`Wrote ${file}`);
}
