import { type Config, readConfig } from '../config.js';
import { checkChat } from './doctor/check-chat.js';
import { checkCorpus, checkIndex, checkModel } from './doctor/check-content.js';
import { checkNativeParts, checkNode } from './doctor/check-machine.js';
import { checkKeys, checkPort, checkSpace } from './doctor/check-service.js';
import { type Finding, fine, said, wrong } from './doctor/finding.js';
import { EXIT_CODES } from './exit-codes.js';
import { type Terminal, terminalOf } from './terminal.js';

export interface DoctorOptions {
  readonly json?: true;
}

const MARKS = { fine: '✔', attention: '!', wrong: '✘' } as const;
const INDENT = ' '.repeat(2);

/** `footnote doctor`: looks whether everything that Footnote needs is there, says what to do, and gives the exit code. */
export async function doctor({ json }: DoctorOptions): Promise<number> {
  const findings = await examine(process.env);
  const isWell = findings.every(({ status }) => status !== 'wrong');
  const terminal = terminalOf(process.stdout, process.env);
  const shown = json
    ? JSON.stringify({ ok: isWell, findings }, null, 2)
    : findings.map((finding) => findingText(finding, terminal)).join('\n');
  process.stdout.write(`${shown}\n`);
  return isWell ? EXIT_CODES.done : EXIT_CODES.failed;
}

/** Everything that the doctor looks at. */
export async function examine(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finding[]> {
  const parts = await checkNativeParts(environment['PATH']);
  const machine = [checkNode(process.versions.node), ...parts];
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    return [...machine, wrong('Settings', said(error), 'README.md lists the settings.')];
  }
  // Without its native parts nothing of the index can be looked at.
  const canOpen = parts.every(({ status }) => status !== 'wrong');
  return [
    ...machine,
    fine('Settings', 'understood'),
    await checkCorpus(config),
    await checkModel(config),
    ...(canOpen ? [await checkIndex(config)] : []),
    await checkChat(config),
    await checkSpace(config),
    await checkPort(config),
    await checkKeys(config),
  ];
}

function findingText({ check, status, found, remedy }: Finding, terminal: Terminal): string {
  const line = `${MARKS[status]} ${terminal.bold(check)}: ${found}`;
  return remedy === null ? line : `${line}\n${INDENT}${remedy}`;
}
