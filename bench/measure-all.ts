import { openEngine, type Reporter } from '../src/compose.js';
import type { Efforts } from './efforts.js';
import { type Figure, figureOf, type Measurement } from './figure.js';
import { startEmptyService, startWholeService } from './local-servers.js';
import type { Materials } from './materials.js';
import { measureHnswRecall } from './measures/hnsw-recall.js';
import { measureIndexSize } from './measures/index-size.js';
import { measureIndexTime } from './measures/index-time.js';
import { measureLoad } from './measures/load.js';
import { measurePeerSearch } from './measures/peer-search.js';
import { measureQuestionLatency } from './measures/question-latency.js';
import { measureStartUp } from './measures/start-up.js';

const STOP_MS = 1000;

/** Figures of one measure. */
export interface Section {
  readonly title: string;
  /** How long the measure took, what it prepares included. */
  readonly seconds: number;
  readonly figures: readonly Figure[];
}

/**
 * Runs every measure, one after the other.
 * @param reporter Told what the engine has to say while it builds its index.
 * @param onSection Called with each section as it is done.
 */
export async function measureAll(
  materials: Materials,
  efforts: Efforts,
  reporter: Reporter,
  onSection: (section: Section) => void,
): Promise<Section[]> {
  const sections: Section[] = [];
  let began = performance.now();
  const add = (title: string, measurements: readonly Measurement[]) => {
    const seconds = Math.round((performance.now() - began) / 1000);
    began = performance.now();
    const section = { title, seconds, figures: measurements.map(figureOf) };
    sections.push(section);
    onSection(section);
  };

  add('Index time', await measureIndexTime(materials, efforts.indexTime));
  const engine = await openEngine(materials.config, reporter);
  try {
    const whole = await startWholeService(engine, materials.config);
    const empty = await startEmptyService();
    const urls = { serviceUrl: whole.url, emptyUrl: empty.url };
    try {
      const asked = { ...materials, engine, ...urls };
      add('Question', await measureQuestionLatency(asked, efforts.questions));
    } finally {
      await Promise.all([whole.stop(STOP_MS), empty.stop(STOP_MS)]);
    }
    add('Peer', await measurePeerSearch(materials, engine, efforts.peerSearch));
  } finally {
    await engine.close();
  }
  add('Search', await measureHnswRecall(materials));
  add('Size', await measureIndexSize(materials));
  add('Load', await measureLoad(materials, efforts.load, efforts.loadSeconds));
  const starts = { withIndex: efforts.startUp, first: efforts.firstStart };
  add('Start', await measureStartUp(materials, starts));
  return sections;
}
