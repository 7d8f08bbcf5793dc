import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../src/settings.js';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('README', () => {
  it('lists exactly the settings of the code, each with its standard and meaning', () => {
    const wanted = Object.entries(SETTINGS).map(([name, setting]) => {
      const plain = setting.standard === '' ? 'empty' : `\`${setting.standard}\``;
      return `| \`${name}\` | ${'shown' in setting ? setting.shown : plain} | ${setting.meaning} |`;
    });
    expect(README.match(/^\| `[A-Z_]+` \|.*$/gm)).toEqual(wanted);
  });

  it('names only scripts that exist', () => {
    const named = [...README.matchAll(/npm run (?:-s )?([a-z:][a-z:-]*)/g)].map(
      ([, script]) => script ?? '',
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((script) => !(script in MANIFEST.scripts))).toEqual([]);
  });

  it.each([
    'README.md',
    'docs/architecture.md',
    'docs/answering.md',
    'docs/chat-model.md',
    'docs/clients.md',
    'docs/documents.md',
    'docs/operations.md',
    'corpus/README.md',
    'index/README.md',
  ])('has no dead link to a file in %s', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !existsSync(join(ROOT, file, '..', link)))).toEqual([]);
  });

  it('holds no gap left to fill', () => {
    expect(README).not.toMatch(/@@/);
  });
});
