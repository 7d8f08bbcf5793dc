import { open } from 'node:fs/promises';

/** Size of hnswlib's header: six 8-byte fields, two of 4, and five of 8. */
const HEADER_BYTES = 96;
const LINK_COUNT_BYTES = 4;
const LABEL_BYTES = 8;

/**
 * Says what is wrong with the structure of a file written by hnswlib, or undefined where all is
 * well: a header that fits the number and dimension of the vectors, and exactly as many bytes as its
 * points and links need. hnswlib itself ends the process on some damaged files and takes a wrong
 * dimension without a word, so nothing of it may see a file before this has passed.
 *
 * Layout (`saveIndex` of hnswalg.h): header; for each point its links on the ground level, vector and
 * label; then for each point the byte length of its upper links, and those links.
 */
export async function hnswFileFault(
  path: string,
  expected: { readonly count: number; readonly dimension: number },
): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size < HEADER_BYTES) return `it has ${size} bytes, fewer than its header`;
    const header = Buffer.alloc(HEADER_BYTES);
    await file.read(header, 0, HEADER_BYTES, 0);
    const field = (at: number) => Number(header.readBigUInt64LE(at));
    const [count, pointBytes, labelAt, vectorAt] = [field(16), field(24), field(32), field(40)];
    const dimension = (labelAt - vectorAt) / Float32Array.BYTES_PER_ELEMENT;
    if (count !== expected.count) return `it holds ${count} vectors, not ${expected.count}`;
    if (dimension !== expected.dimension)
      return `its vectors have ${dimension} numbers, not ${expected.dimension}`;
    if (pointBytes !== labelAt + LABEL_BYTES) return 'its header contradicts itself';

    const linksAt = HEADER_BYTES + count * pointBytes;
    if (size < linksAt + count * LINK_COUNT_BYTES) return `it ends early, at ${size} bytes`;
    const links = Buffer.alloc(size - linksAt);
    await file.read(links, 0, links.length, linksAt);
    let at = 0;
    for (let point = 0; point < count; point++) {
      if (at + LINK_COUNT_BYTES > links.length) return `it ends early, at ${size} bytes`;
      at += LINK_COUNT_BYTES + links.readUInt32LE(at);
    }
    return at === links.length ? undefined : 'its links do not end where the file does';
  } finally {
    await file.close();
  }
}
