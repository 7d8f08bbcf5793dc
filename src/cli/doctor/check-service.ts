import { mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Config } from '../../config.js';
import { loadApiKeys } from '../../http/security/load-api-keys.js';
import { isLoopback } from '../../http/security/loopback.js';
import { attention, type Finding, fine, said, wrong } from './finding.js';

const MEGABYTE = 1_000_000;
const LITTLE_SPACE_MB = 500;
const PROBE_TIMEOUT_MS = 5000;

/** Whether the service could listen where it is told to. */
export async function checkPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Finding> {
  const where = `${host}:${port}`;
  const code = await new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (code === undefined) return fine('Port', `${where} is free`);
  if (code === 'EADDRINUSE' && (await isOurs(where)))
    return attention('Port', `Footnote answers at ${where} already`, 'Stop it, or set PORT.');
  return wrong(
    'Port',
    `${where} cannot be listened on (${code})`,
    code === 'EADDRINUSE'
      ? 'Set PORT to another one (0 picks a free one), or stop the program that uses it.'
      : 'Correct HOST and PORT.',
  );
}

function isOurs(where: string): Promise<boolean> {
  return fetch(`http://${where}/readyz`, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) }).then(
    async (response) => /"(?:fingerprint|not_ready)"/.test(await response.text()),
    () => false,
  );
}

/** Whether the keys can be read, and whether others can reach a service that asks for none. */
export async function checkKeys(config: Config): Promise<Finding> {
  try {
    const keys = await loadApiKeys(config.apiKeys, config.apiKeysFile);
    if (keys.length > 0) return fine('Keys', `${keys.length} set`);
    if (isLoopback(config.host)) return fine('Keys', 'none set; only this machine can ask');
    return attention(
      'Keys',
      `none set, and others can reach ${config.host}`,
      'Make one: `footnote keys create NAME`, and name it in API_KEYS.',
    );
  } catch (error) {
    return wrong('Keys', said(error), 'Correct API_KEYS or API_KEYS_FILE.');
  }
}

/** Whether the index folder can be made and has room. */
export async function checkSpace({ indexDir }: Pick<Config, 'indexDir'>): Promise<Finding> {
  try {
    await mkdir(indexDir, { recursive: true });
    const { bavail, bsize } = await statfs(indexDir);
    const free = Math.floor((bavail * bsize) / MEGABYTE);
    if (free >= LITTLE_SPACE_MB) return fine('Disk', `${free} MB free at ${indexDir}`);
    return attention(
      'Disk',
      `only ${free} MB free at ${indexDir}`,
      'Free disk space: a build needs room for a second copy of the index.',
    );
  } catch (error) {
    return wrong('Disk', said(error), 'Choose a folder that can be written to (INDEX_DIR).');
  }
}
