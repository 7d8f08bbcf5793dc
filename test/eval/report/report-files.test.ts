import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../eval/main.js';
import { fakeTarget, type Replies } from '../fake-target.js';
import { answerable, unanswerable } from '../tower-questions.js';
import { writeQuestions } from '../write-questions.js';

const HOSTILE =
  '<script>alert("x")</script> & ]]> \u0000\u202e \ud800 \'quoted\' </pre><img src=x>';
const UNFIT = ['\u0000', '\u202e', '\ud800'];
const REPLIES: Replies = {
  'fine?': { quote: 'The tower is 80 metres high.', from: 'tower', shortAnswer: '80 metres' },
  'moved?': { quote: 'The tower is 80 metres high.', from: 'tower', shift: 3 },
  'false?': { quote: `80 metres ${HOSTILE}`, from: 'tower', sides: ['80 metres', HOSTILE] },
  'foreign?': { quote: '80 metres', from: 'nowhere' },
  'other?': { quote: 'It was built in 1931.', from: 'tower', confidence: 0.2 },
  'broken?': new Error(HOSTILE),
  'flattered?': { quote: 'It was built in 1931.', from: 'tower' },
};

let folder: string;
let page: string;
let xml: string;
let document: Document;

function run(...args: readonly string[]) {
  return main(['--dataset', join(folder, 'tower'), '--split', 'all', ...args], {
    baselinesDir: folder,
    gatesFile: join(folder, 'gates.json'),
    openTarget: async () => ({
      ...fakeTarget(REPLIES),
      name: HOSTILE,
      remarks: () => [`It also said ${HOSTILE}.`],
    }),
    print: () => {},
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-report-'));
  await writeQuestions(join(folder, 'tower'), [
    ...['fine', 'moved', 'false', 'foreign', 'other', 'refused'].map((id) => answerable(id)),
    answerable('broken', { history: [{ question: HOSTILE, answer: HOSTILE }] }),
    unanswerable('flattered'),
  ]);
  await run('--save', '--gate-save');
  const files = { html: join(folder, 'r.html'), junit: join(folder, 'r.xml') };
  const beside = ['--baseline', join(folder, 'tower.all.json'), '--gates'];
  await run('--html', files.html, '--junit', files.junit, ...beside);
  page = await readFile(files.html, 'utf8');
  xml = await readFile(files.junit, 'utf8');
  document = parseHTML(page).document;
});

afterAll(() => rm(folder, { recursive: true }));

describe('the page', () => {
  it('runs, fetches and sends nothing, whatever documents and answers say', () => {
    expect(page).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|style="|src=[^x]/);
    for (const sign of UNFIT) expect(page).not.toContain(sign);
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content');
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style, 'utf8').digest('base64');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(style).not.toMatch(/url\(|@import/);
    expect([...document.querySelectorAll('[href]')].map((one) => one.getAttribute('href'))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^#/)]),
    );
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
  });

  it('links to what is there', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of document.querySelectorAll('a[href]'))
      expect(ids).toContain(link.getAttribute('href')?.slice(1));
  });

  it('shows each failure with question, expectation, answer, citations and stage', () => {
    const shown = (id: string) => document.querySelector(`#q-${id}`)?.textContent ?? '';
    expect(shown('moved')).toContain('not at the place named');
    expect(shown('moved')).toContain('At the place named stands:');
    expect(shown('false')).toContain('does not stand in this document');
    expect(shown('foreign')).toContain('nobody knows this document');
    expect(shown('other')).toContain('80 metres');
    expect(shown('other')).toContain('It was built in 1931.');
    expect(shown('refused')).toContain('refused: Nothing found.');
    expect(shown('broken')).toContain('request failed');
    expect(shown('flattered')).toContain('an abstention');
    expect(document.querySelector('#q-fine')?.tagName).toBe('TH');
  });

  it('draws plots that say in words and figures what they show', () => {
    const drawn = [...document.querySelectorAll('svg[role=img]')];
    expect(drawn.map((one) => one.getAttribute('aria-label')?.split(':')[0])).toEqual([
      'Risk and coverage',
      'Calibration',
      'Latency',
    ]);
    expect(page).not.toContain('NaN');
    for (const table of document.querySelectorAll('table')) {
      expect(table.querySelector('caption')).not.toBeNull();
      expect(table.querySelectorAll('th[scope]').length).toBeGreaterThan(0);
    }
  });

  it('says how it stands beside the gate and the baseline', () => {
    expect(document.querySelector('[aria-labelledby=gate]')?.textContent).toContain(
      'failed requests: at most 0 wanted, 1',
    );
    expect(document.querySelector('[aria-labelledby=baseline]')?.textContent).toContain(
      'Not worse than the baseline.',
    );
  });
});

describe('the JUnit file', () => {
  it('is well-formed XML, whatever documents and answers say', () => {
    const open: string[] = [];
    const body = xml.replace(/^<\?xml[^>]*\?>\n/, '');
    for (const [, close, name = '', attributes = '', empty] of body.matchAll(
      /<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g,
    )) {
      expect(attributes).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos);)/);
      if (close) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
    }
    expect(open).toEqual([]);
    const texts = body.replace(/<\/?[a-z]+(?: [a-z]+="[^"<]*")*\/?>/g, '');
    expect(texts).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/);
    for (const sign of ['\u0000', '\ud800']) expect(xml).not.toContain(sign);
  });

  it('counts failures and errors apart', () => {
    expect(xml).toMatch(/<testsuites name="tower, all" tests="8" failures="6" errors="1"/);
    expect(xml).toMatch(/<testcase name="fine" classname="numeric" time="[\d.]+"\/>/);
    expect(xml).toContain('<error type="failed" message="request failed">');
    expect(xml).toContain('<property name="gate" value="failed requests: at most 0 wanted, 1"/>');
  });
});

it('says where a report cannot be written', async () => {
  expect(await run('--html', join(folder, 'no', 'where.html'))).toBe(2);
});
