import type { Surroundings } from '../main.js';
import type { Options } from '../options.js';
import { measuredText } from '../report/measured-text.js';
import { writeMeasured } from '../report/write-reports.js';
import { measureCollection } from './measure-collection.js';
import { measureParagraphs } from './measure-paragraphs.js';
import type { MeasuredReport } from './measured-report.js';
import { readBeir } from './read-beir.js';
import { readSquad } from './read-squad.js';
import { writeCorpus } from './write-corpus.js';

/** Measures the engine in this process on a public data set that lies somewhere on the machine, prints the figures and writes the reports. */
export async function runImported(options: Options, world: Surroundings): Promise<0> {
  const { beir, squad, limit } = options;
  const set =
    beir === undefined
      ? await readSquad(squad ?? '', { articles: options.articles, ask: options.ask, limit })
      : await readBeir(beir);
  const begun = new Date().toISOString();
  const written = await writeCorpus(beir === undefined ? 'squad' : 'beir', set.documents);
  const target = await world.openTarget(options, written);
  let measured: Pick<MeasuredReport, 'figures' | 'questions'>;
  try {
    const { importedIds } = written;
    measured =
      'queries' in set
        ? await measureCollection(
            target,
            { ...set, queries: set.queries.slice(0, limit) },
            importedIds,
            world.onProgress,
          )
        : await measureParagraphs(target, set, importedIds, world.onProgress);
  } finally {
    await target.close();
  }
  const report: MeasuredReport = {
    set: beir ?? squad ?? '',
    documents: set.documents.length,
    asked: measured.questions.length,
    begun,
    ...measured,
  };
  world.print(measuredText(report));
  await writeMeasured(options, report);
  return 0;
}
