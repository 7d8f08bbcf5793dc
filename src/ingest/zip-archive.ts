import { inflateRawSync } from 'node:zlib';
import { InvalidDocument } from './invalid-document.js';

const MEBIBYTE = 1024 * 1024;
/** Unpacked bytes of the parts of a file that are text. A bomb of a few kilobytes would unpack to gigabytes. */
const UNPACKED_LIMIT_BYTES = 256 * MEBIBYTE;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT_BYTES = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** The parts of a zip archive whose names match, unpacked, by name. */
export type ZipParts = ReadonlyMap<string, Buffer>;

/**
 * Unpacks the parts of a zip archive that are wanted, and never more than 256 MiB of them, whatever the archive claims their sizes to be.
 * @throws InvalidDocument where it is none, is damaged or unpacks to more
 */
export function unzip(bytes: Buffer, wanted: (name: string) => boolean): ZipParts {
  const parts = new Map<string, Buffer>();
  let left = UNPACKED_LIMIT_BYTES;
  try {
    for (const { name, method, start, length } of entries(bytes)) {
      if (!wanted(name)) continue;
      const packed = bytes.subarray(start, start + length);
      if (method !== STORED && method !== DEFLATED) throw new RangeError('unknown method');
      const part =
        method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
      left -= part.length;
      if (left < 0) throw tooLarge();
      parts.set(name, part);
    }
  } catch (cause) {
    if (cause instanceof InvalidDocument) throw cause;
    throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : damaged();
  }
  return parts;
}

function* entries(bytes: Buffer) {
  const end = directoryEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('no entry');
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    yield {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      start,
      length: bytes.readUInt32LE(at + 20),
    };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function directoryEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at--)
    if (bytes.readUInt32LE(at) === DIRECTORY_END) return at;
  throw new RangeError('no directory');
}

function tooLarge(): InvalidDocument {
  return new InvalidDocument(
    `The file unpacks to more than ${UNPACKED_LIMIT_BYTES / MEBIBYTE} MiB of text and markup.`,
    'Cut it into several documents, or take it out of the corpus folder if it is not what it seems.',
  );
}

function damaged(): InvalidDocument {
  return new InvalidDocument(
    'The file is damaged: it is no whole archive, as a Word document should be.',
    'Open it in a word processor and save it again, or take it out of the corpus folder.',
  );
}
