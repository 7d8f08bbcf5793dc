import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SERVER_INFO } from '../../src/mcp/server-info.js';

it('names the version of the package', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(SERVER_INFO.version).toBe(manifest.version);
});
