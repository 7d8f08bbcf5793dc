import { randomInt } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadFile } from '../../src/ingest/load-file.js';

const PLACES = 40;

/** A corpus folder that somebody works in: files are edited, removed, renamed and put back. */
export interface MovingCorpus {
  /** One change at random; tells what it was. */
  change(): Promise<'edited' | 'removed' | 'renamed' | 'put back'>;
  /** A question that some version of some file answers. */
  question(): string;
  /** The canonical text of every version that ever lay in the folder, by its hash. */
  readonly versions: ReadonlyMap<string, string>;
  /** For each file that is there, a question and the hash of the version that answers it. */
  current(): { readonly question: string; readonly hash: string }[];
}

interface Place {
  readonly number: number;
  version: number;
  renamed: number;
  isThere: boolean;
  hash: string;
}

/**
 * Fills a folder with notices of harbours, each with figures of its own that change with each edit.
 * @param scratchDir outside of it, where versions are read before they count
 */
export async function createMovingCorpus(
  corpusDir: string,
  scratchDir: string,
): Promise<MovingCorpus> {
  const versions = new Map<string, string>();
  const places = Array.from({ length: PLACES }, (_, number): Place => {
    return { number, version: 0, renamed: 0, isThere: false, hash: '' };
  });
  const pathOf = ({ number, renamed }: Place) =>
    `harbours/${number % 4}/notice-${number}${renamed === 0 ? '' : `-${renamed}`}.md`;

  /** In one step, as editors that care write; what it says is known before it can be read there. */
  async function write(place: Place): Promise<void> {
    const name = `notice-${place.number}-${place.version}.md`;
    await writeFile(join(scratchDir, name), notice(place));
    for await (const loaded of loadFile(scratchDir, name)) {
      if ('problem' in loaded) throw new Error(loaded.problem.message);
      versions.set(loaded.document.hash, loaded.document.text);
      place.hash = loaded.document.hash;
    }
    const path = join(corpusDir, pathOf(place));
    await mkdir(join(path, '..'), { recursive: true });
    await rename(join(scratchDir, name), path);
    place.isThere = true;
  }

  for (const place of places) await write(place);
  const anyPlace = () => places[randomInt(PLACES)] as Place;
  return {
    versions,
    question: () => questionOf(anyPlace()),
    current: () =>
      places
        .filter(({ isThere }) => isThere)
        .map((place) => ({ question: questionOf(place), hash: place.hash })),
    change: async () => {
      const place = anyPlace();
      if (!place.isThere) {
        await write(place);
        return 'put back';
      }
      const what = randomInt(10);
      if (what < 6) {
        place.version += 1;
        await write(place);
        return 'edited';
      }
      const before = join(corpusDir, pathOf(place));
      if (what < 8) {
        await rm(before);
        place.isThere = false;
        return 'removed';
      }
      place.renamed += 1;
      await rename(before, join(corpusDir, pathOf(place)));
      return 'renamed';
    },
  };
}

function questionOf({ number }: Place): string {
  return `How many berths does harbour H${number} have?`;
}

function notice({ number, version }: Place): string {
  const lines = Array.from(
    { length: 1 + (version % 3) },
    (_, i) => `Remark ${i + 1} of issue ${version}: boats at H${number} keep to the right.`,
  );
  return `---
title: Notice of harbour H${number}
---

# Notice of harbour H${number}

${lines.join('\n\n')}

Harbour H${number} has ${100 + number + version * 7} berths as of issue ${version}.
`;
}
