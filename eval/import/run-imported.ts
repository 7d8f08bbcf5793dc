import { writeFile } from 'node:fs/promises';
import { FootnoteError } from '../../src/errors.js';
import type { Surroundings } from '../main.js';
import type { Options } from '../options.js';
import { measuredText } from '../report/measured-text.js';
import { measureCollection } from './measure-collection.js';
import { measureParagraphs } from './measure-paragraphs.js';
import { readBeir } from './read-beir.js';
import { readSquad } from './read-squad.js';
import { writeCorpus } from './write-corpus.js';

/** Measures the engine in this process on a public data set that lies somewhere on the machine. */
export async function runImported(options: Options, world: Surroundings): Promise<0> {
  const { beir, squad, limit, json } = options;
  if (options.url !== undefined)
    throw new FootnoteError(
      'invalid_request',
      'A data set brings its own documents, which the service at --url does not serve. Leave --url out.',
    );
  const set =
    beir === undefined
      ? await readSquad(squad ?? '', { articles: options.articles, ask: options.ask, limit })
      : await readBeir(beir);
  const written = await writeCorpus(beir === undefined ? 'squad' : 'beir', set.documents);
  const target = await world.openTarget(options, written);
  try {
    const { importedIds } = written;
    const lines =
      'queries' in set
        ? await measureCollection(
            target,
            { ...set, queries: set.queries.slice(0, limit) },
            importedIds,
            world.onProgress,
          )
        : await measureParagraphs(target, set, importedIds, world.onProgress);
    const asked = 'queries' in set ? set.queries.slice(0, limit).length : set.questions.length;
    const about = { set: beir ?? squad, documents: set.documents.length, asked };
    world.print(`${about.set}: ${about.documents} documents, ${asked} questions`);
    world.print(measuredText(lines));
    if (json !== undefined)
      await writeFile(json, `${JSON.stringify({ ...about, figures: lines }, null, 2)}\n`);
  } finally {
    await target.close();
  }
  return 0;
}
