import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/analysis/question.js';
import { analysePassage } from '../../src/answering/analysed-passage.js';
import {
  CONSTRAINTS,
  type Constraint,
  constraintsOf,
  unmetConstraints,
} from '../../src/answering/constraints.js';
import { passageOf } from './passages.js';

/** What the last of the sentences leaves unmet. */
function unmet(question: string, ...sentences: readonly string[]): Record<Constraint, number> {
  const passage = analysePassage(passageOf('doc', sentences));
  const last = passage.sentences.at(-1);
  if (last === undefined) throw new Error('no sentence');
  return unmetConstraints(constraintsOf(analyseQuestion(question)), passage, last);
}

describe('unmetConstraints', () => {
  it.each<[Constraint, string, string, string]>([
    [
      'otherYear',
      'How many ships called at Bergen in 1987?',
      'In 1987, 412 ships called at Bergen.',
      'In 1991, 380 ships called at Bergen.',
    ],
    [
      'otherYear',
      'How many mills stood there in the early seventies?',
      'In 1973 there were nine mills.',
      'In 1979 there were four mills.',
    ],
    [
      'otherPlace',
      'How much copper does Peru export?',
      'Peruvian mines export 2 million tonnes of copper.',
      'Chilean mines export 5 million tonnes of copper.',
    ],
    [
      'otherPlace',
      'gdp of norway in 2020',
      'Norway’s GDP was $362 billion in 2020.',
      'Denmark’s GDP was $355 billion in 2020.',
    ],
    [
      'otherName',
      'Who founded Halden Steel?',
      'Halden Steel was founded by Ingrid Berg.',
      'Moss Paper was founded by Ingrid Berg.',
    ],
    [
      'otherOwner',
      'How many Finnish companies sell to Sweden?',
      'Some 900 Finnish companies sell to Sweden.',
      'Some 900 Swedish companies sell to Finland.',
    ],
    [
      'swapped',
      'How much does Brazil export to Argentina?',
      'Brazil’s shipments to Argentina came to $12 billion.',
      'Argentina’s shipments to Brazil came to $12 billion.',
    ],
    [
      'swapped',
      'Why did Austria annex Bosnia?',
      'Bosnia was annexed by Austria to secure the south.',
      'Austria was annexed by Bosnia in the play.',
    ],
    ['otherKind', 'What did the bridge cost?', 'It cost 3 million euros.', 'It is very long.'],
    ['otherKind', 'How many divers drowned?', 'Three divers drowned.', 'The wreck lay deep.'],
    [
      'otherKind',
      'How many countries signed?',
      'In Rome 14 countries signed.',
      'In Rome 14 ministers dined.',
    ],
    [
      'otherKind',
      'How old is the captain?',
      'The captain is 61 years old.',
      'The captain sailed for 30 years.',
    ],
    [
      'otherUnit',
      'How many euros did the tower cost?',
      'The tower cost €40 million.',
      'The tower cost $44 million.',
    ],
    ['otherUnit', 'How many miles long is the canal?', 'It is 12 miles long.', 'It is 19 km long.'],
    [
      'opposed',
      'By how much did imports of tin rise?',
      'Imports of tin rose by 4%.',
      'Imports of tin fell by 4%.',
    ],
    [
      'opposed',
      'Why is the council in favour of the tunnel? Who supports it?',
      'The council supports the tunnel because of the traffic.',
      'The council is against the tunnel because of the costs.',
    ],
    [
      'otherRank',
      'Which is the largest lake of the region?',
      'The largest lake of the region is Vassa.',
      'The smallest lake of the region is Vassa.',
    ],
    [
      'otherRank',
      'Who was the second keeper of the lighthouse?',
      'The second keeper of the lighthouse was Ole Dahl.',
      'The third keeper of the lighthouse was Ole Dahl.',
    ],
    [
      'negated',
      'Why did the crew return?',
      'The crew did return because of the ice.',
      'The crew did not return because of the ice.',
    ],
    [
      'untold',
      'When was Ole Dahl married?',
      'Ole Dahl married in 1901.',
      'Ole Dahl kept the lighthouse in 1901.',
    ],
  ])('%s: "%s"', (constraint, question, meets, fails) => {
    expect(unmet(question, meets)[constraint]).toBe(0);
    expect(unmet(question, fails)[constraint]).toBeGreaterThanOrEqual(0.5);
  });

  it('takes a country from the sentence before where the sentence names none', () => {
    const question = 'How much does Peru spend on schools?';
    expect(unmet(question, 'Peru is poor.', 'It spends 4% on schools.').otherPlace).toBeLessThan(
      0.3,
    );
    expect(
      unmet(question, 'Ghana is poor.', 'It spends 4% on schools.').otherPlace,
    ).toBeGreaterThan(0.7);
  });

  it('lets a year pass more easily where the passage names it', () => {
    const question = 'How many ships came in 1987?';
    const [near, silent] = [
      unmet(question, 'The port grew in 1987.', 'Some 412 ships came.'),
      unmet(question, 'The port grew.', 'Some 412 ships came.'),
    ];
    expect(near.otherYear).toBeLessThan(silent.otherYear);
  });

  it('leaves every demand met that a question does not make', () => {
    const values = unmet('Why is glass clear?', 'Glass is clear because light passes.');
    expect(Object.keys(values)).toEqual([...CONSTRAINTS]);
    expect(Object.values(values).every((value) => value === 0)).toBe(true);
  });
});
