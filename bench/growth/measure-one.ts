import { measureSize } from './measure-size.js';

// A size in a process of its own, so that its memory is its own.
process.stdout.write(JSON.stringify(await measureSize(Number(process.argv[2]))));
