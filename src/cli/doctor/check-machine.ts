import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { attention, type Finding, fine, said, wrong } from './finding.js';

const NODE = { major: 20, minor: 12 } as const;
const TOOLS = ['python3', 'make', 'g++'] as const;
const INSTALL_TOOLS =
  'Install them (Debian and Ubuntu: apt-get install python3 make g++), then run `npm ci` again.';

/** Whether this Node is new enough. @param version As `process.versions.node` says it */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > NODE.major || (major === NODE.major && minor >= NODE.minor);
  if (isNew) return fine('Node', version);
  return wrong(
    'Node',
    version,
    `Install Node ${NODE.major}.${NODE.minor} or newer from https://nodejs.org.`,
  );
}

/** Whether the two packages that are compiled on installation load and work, and if not, what to compile them with is missing. */
export async function checkNativeParts(path: string | undefined): Promise<Finding[]> {
  const missing = await missingTools(path ?? '');
  const findings = [
    await loads('better-sqlite3', async () => {
      const { createDatabase } = await import('../../indexing/database.js');
      createDatabase(':memory:').close();
    }),
    await loads('hnswlib-node', async () => {
      const { createHnswBuilder } = await import('../../indexing/hnsw-vectors.js');
      createHnswBuilder(1).add(Float32Array.of(1), 0);
    }),
  ];
  const remedy =
    missing.length === 0 ? 'Run `npm rebuild better-sqlite3 hnswlib-node`.' : INSTALL_TOOLS;
  const parts = findings.map(({ name, fault }) =>
    fault === undefined ? fine(name, 'loads and works') : wrong(name, fault, remedy),
  );
  const tools =
    missing.length === 0
      ? fine('Compiler', TOOLS.join(', '))
      : attention(
          'Compiler',
          `missing: ${missing.join(', ')}; only an installation needs them`,
          INSTALL_TOOLS,
        );
  return [...parts, tools];
}

async function loads(name: string, load: () => Promise<void>) {
  try {
    await load();
    return { name, fault: undefined };
  } catch (error) {
    return { name, fault: said(error) };
  }
}

async function missingTools(path: string): Promise<string[]> {
  const found = async (tool: string) => {
    for (const folder of path.split(delimiter))
      if (await isExecutable(join(folder, tool))) return true;
    return false;
  };
  const there = await Promise.all(TOOLS.map(found));
  return TOOLS.filter((_, i) => !there[i]);
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
