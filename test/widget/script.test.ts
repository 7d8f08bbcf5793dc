import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const SCRIPT = 'dist/widget/widget.js';
const BUDGET_BYTES = 25_000;

describe('the script of the chat', () => {
  it('is one file of at most 25 KB, compressed', async () => {
    const text = await readFile(SCRIPT, 'utf8');
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(BUDGET_BYTES);
    expect(text).not.toMatch(/\bfrom\s*["']|\bimport\s*["'(]|sourceMappingURL/);
  });

  it('holds nothing that a strict policy stops, and no way to turn text into markup', async () => {
    const text = await readFile(SCRIPT, 'utf8');
    for (const forbidden of [
      /\beval\(|new Function\b/,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML/,
      /setAttribute\(["']style|\.style\b|createElement\(["']style/,
      /document\.cookie|localStorage|indexedDB/,
      /https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
    ])
      expect(text.match(forbidden)?.[0]).toBeUndefined();
  });

  it('can be imported where there is no page', async () => {
    const program = `const { FootnoteChat } = await import('footnote/widget'); console.log(FootnoteChat.name !== '', typeof customElements)`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      program,
    ]);
    expect(stdout.trim()).toBe('true undefined');
  });
});
