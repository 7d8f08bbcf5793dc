import { readConfig } from '../../src/config.js';
import { openEmbeddingModel } from '../../src/embedding/open-embedding-model.js';
import {
  NEARNESS_BOUNDS,
  type NearnessBounds,
  nearnessFailures,
} from '../../src/verification/similarity-check.js';
import { bestBounds } from './bounds.js';
import { type Judged, judge } from './judged.js';
import { readDocuments, readPairs } from './pairs.js';
import { ruleMade } from './rule-made.js';

const out = (line: string) => process.stdout.write(`${line}\n`);

/** Prints what the verification of sentences keeps and catches, and the bounds that the development half asks for. */
async function main(showsWhich: string | undefined): Promise<void> {
  const config = readConfig(process.env);
  const documents = await readDocuments();
  const written = await readPairs(documents);
  const pairs = [...written, ...ruleMade(written)];
  const model = await openEmbeddingModel({
    id: config.embeddingModel,
    precision: config.embeddingPrecision,
    workers: 1,
    modelsDir: config.modelsDir,
    hfEndpoint: config.hfEndpoint,
    offline: true,
    reads: false,
  });
  try {
    const judged = await judge(pairs, documents, model);
    const half = (name: string) => judged.filter(({ pair }) => pair.half === name);
    out(`bounds of the development half: ${shown(bestBounds(half('dev')))}`);
    out(`bounds that ship:               ${shown(NEARNESS_BOUNDS)}`);
    for (const name of ['dev', 'test']) table(name, half(name));
    if (showsWhich === '--wrong') wrong(half('dev'));
  } finally {
    await model.close();
  }
}

function shown({ cosine, borne, strangers }: NearnessBounds): string {
  return `cosine at least ${cosine}, words borne out at least ${borne}, strangers in a row at most ${strangers}`;
}

function passes({ failed, nearness }: Judged): boolean {
  return failed.length === 0 && nearnessFailures(nearness).length === 0;
}

function table(half: string, judged: readonly Judged[]): void {
  out(`\n| ${half} half | by hand | | by rule | |\n|---|--:|--:|--:|--:|`);
  const kinds = [...new Set(judged.map(({ pair }) => pair.kind))]
    .filter((kind) => kind !== 'true')
    .sort();
  const row = (told: string, some: readonly Judged[], isRight: (one: Judged) => boolean) => {
    const cells = (['hand', 'rule'] as const).flatMap((origin) => {
      const own = some.filter(({ pair }) => pair.origin === origin);
      const share = (100 * own.filter(isRight).length) / own.length;
      return own.length === 0 ? ['–', '0'] : [`${share.toFixed(1)} %`, String(own.length)];
    });
    out(`| ${told} | ${cells.join(' | ')} |`);
  };
  const isTrue = ({ pair }: Judged) => pair.kind === 'true';
  row('true, kept', judged.filter(isTrue), passes);
  row(
    'false, dropped',
    judged.filter((one) => !isTrue(one)),
    (one) => !passes(one),
  );
  row(
    'of these by rules',
    judged.filter((one) => !isTrue(one)),
    ({ failed }) => failed.length > 0,
  );
  for (const kind of kinds)
    row(
      `false: ${kind}`,
      judged.filter(({ pair }) => pair.kind === kind),
      (one) => !passes(one),
    );
}

/** Those of the development half that are judged wrongly. */
function wrong(judged: readonly Judged[]): void {
  for (const one of judged) {
    if (passes(one) === (one.pair.kind === 'true')) continue;
    const { cosine, borne, strangers } = one.nearness;
    out(
      `${one.pair.kind} (${one.pair.origin}): ${one.pair.text}\n    ${one.details.join(' | ')} [${cosine.toFixed(2)} ${borne.toFixed(2)} ${strangers}]`,
    );
  }
}

await main(process.argv[2]);
