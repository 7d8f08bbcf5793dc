import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** What starts a browser: the program and what its process finds in its environment. */
interface Chromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const PACKAGE = 'node_modules/@sparticuz/chromium';
const CACHE = resolve('node_modules/.cache/footnote');

/**
 * Unpacks the browser that comes from npm, with the libraries and the font it needs on a machine that
 * has none, once for each version of the package. It runs in a process of its own: a file that a process
 * still writes cannot be started. Does nothing where CHROMIUM_PATH names a browser or the package holds none
 * for this machine.
 */
export async function unpackChromium(): Promise<void> {
  if (process.env['CHROMIUM_PATH'] || !packageFits()) return;
  const folder = await unpackedFolder();
  if (existsSync(folder)) return;
  await mkdir(CACHE, { recursive: true });
  const staged = await mkdtemp(`${folder}-`);
  await promisify(execFile)(
    process.execPath,
    ['-e', "import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())"],
    // The package brings its libraries along only where it takes the machine for a bare one, as this name says.
    { env: { ...process.env, TMPDIR: staged, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
  );
  await writeFile(join(staged, 'fonts.conf'), fontSettings(folder));
  // Where another run was faster, its folder stays.
  await rename(staged, folder).catch(() => rm(staged, { recursive: true, force: true }));
}

/** @throws where there is no browser, saying what to do */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return { executablePath: named, env: {} };
  if (!packageFits())
    throw new Error(
      `The browser that comes from npm runs on Linux on x64, not on ${process.platform} on ${process.arch}: set CHROMIUM_PATH to the program file of a Chromium or Chrome.`,
    );
  const folder = await unpackedFolder();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      HOME: folder,
    },
  };
}

function packageFits(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

async function unpackedFolder(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  return join(CACHE, `chromium-${version}`);
}

/** The font of the package, and those of the machine, where it has any, for what it lacks. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
${standsFor('system-ui', 'Open Sans')}
${standsFor('sans-serif', 'Open Sans')}
${standsFor('serif', 'Liberation Serif')}
</fontconfig>
`;
}

function standsFor(family: string, font: string): string {
  return `  <match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="prepend" binding="strong"><string>${font}</string></edit></match>`;
}
