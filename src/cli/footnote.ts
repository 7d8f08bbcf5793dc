#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { AskOptions } from './ask.js';
import type { DoctorOptions } from './doctor.js';
import { EXIT_CODES, EXIT_CODES_HELP } from './exit-codes.js';
import { addToFilter, FILTER_HELP } from './filter-option.js';
import type { IndexOptions } from './index-corpus.js';
import { printError } from './print-error.js';
import type { SearchOptions } from './search.js';

const debug = process.env['LOG_LEVEL'] === 'debug';

// A reader that closes the pipe early, as `head` does, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT_CODES.done : EXIT_CODES.failed);
});

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

const program = new Command('footnote')
  .description(
    'Answers questions from your documents, and proves every sentence with an exact quote.',
  )
  .addHelpText('after', EXIT_CODES_HELP)
  .showHelpAfterError('Run `footnote --help` to see how it is used.')
  .exitOverride();

// Each command is loaded only when it is run, so that a start does not wait for the others.
program
  .command('serve')
  .description('build the index where it is missing or stale, and answer over HTTP')
  .addHelpText(
    'after',
    `
Follows its documents while it runs (WATCH). Examples:
  CORPUS_DIR=~/documents footnote serve
  PORT=0 READER=extractive-light footnote serve`,
  )
  .action(async () => {
    const { serve } = await import('./serve.js');
    process.exitCode = await serve();
  });

program
  .command('index')
  .description('bring the index up to what the documents are; does nothing where nothing changed')
  .option('--watch', 'go on doing so whenever documents change, until it is stopped')
  .option('--poll', 'as --watch, by looking every two seconds: for network drives')
  .option('--json', 'print what was done as a JSON object a line')
  .addHelpText(
    'after',
    `
Examples:
  footnote index                      once; ends with 4 where another process builds
  footnote index --watch --json       a line a change, for programs
  CORPUS_DIR=/mnt/share footnote index --poll`,
  )
  .action(async (options: IndexOptions) => {
    const { indexCorpus } = await import('./index-corpus.js');
    process.exitCode = await indexCorpus(options);
  });

program
  .command('ask')
  .description('ask a question')
  .argument('<question>', 'the question, in quotation marks')
  .option('--json', 'print the answer as the JSON object that POST /v1/ask gives')
  .option('--max-sentences <number>', 'answer sentences at most, 1 to 10', wholeNumber)
  .option('--filter <name=value>', FILTER_HELP, addToFilter)
  .option('--explain', 'print how the answer came about')
  .addHelpText(
    'after',
    `
Ends with 3 where the documents hold no answer. Examples:
  footnote ask "How high are spring tides?"
  footnote ask "How high are spring tides?" --json | jq .answer.shortAnswer`,
  )
  .action(async (question: string, options: AskOptions) => {
    const { ask } = await import('./ask.js');
    process.exitCode = await ask(question, options);
  });

program
  .command('search')
  .description('find the passages nearest to a query')
  .argument('<query>', 'the query, in quotation marks')
  .option('--json', 'print what is found as the JSON object that POST /v1/search gives')
  .option('--limit <number>', 'passages at most, 1 to 100', wholeNumber)
  .option('--filter <name=value>', FILTER_HELP, addToFilter)
  .option('--explain', 'print how each stage saw the query and what it found')
  .addHelpText(
    'after',
    `
Examples:
  footnote search "spring tides" --limit 3
  footnote search "spring tides" --json | jq '.passages[].passageId'`,
  )
  .action(async (query: string, options: SearchOptions) => {
    const { search } = await import('./search.js');
    process.exitCode = await search(query, options);
  });

program
  .command('doctor')
  .description('look whether everything that is needed is there, and say what to do')
  .option('--json', 'print the findings as JSON')
  .addHelpText(
    'after',
    `
Ends with 1 where something is wrong. Example:
  footnote doctor --json | jq '.findings[] | select(.status != "fine")'`,
  )
  .action(async (options: DoctorOptions) => {
    const { doctor } = await import('./doctor.js');
    process.exitCode = await doctor(options);
  });

program
  .command('mcp')
  .description('serve an MCP client over standard input and output')
  .action(async () => {
    const { mcp } = await import('./mcp.js');
    process.exitCode = await mcp();
  });

program
  .command('keys')
  .description('keys that clients of the service need')
  .command('create')
  .description('make a key, and the line to store for it')
  .argument('<name>', 'who will hold the key; stands in logs')
  .addOption(
    new Option('--scope <scope...>', 'what it may do').choices(['ask', 'admin']).default(['ask']),
  )
  .action(async (name: string, { scope }: { scope: string[] }) => {
    const { createKey } = await import('./keys.js');
    process.exitCode = createKey(name, scope);
  });

const feedback = program.command('feedback').description('what people say about answers');

feedback
  .command('export')
  .description('write evaluation cases to be reviewed, a JSON object a line')
  .option('--out <file>', 'a new file to write them to, instead of standard output')
  .action(async (options: { out?: string }) => {
    const { exportFeedback } = await import('./feedback-export.js');
    process.exitCode = await exportFeedback(options);
  });

feedback
  .command('report')
  .description('list questions without an answer, alike ones together')
  .option('--json', 'print the groups as JSON')
  .action(async (options: { json?: true }) => {
    const { reportFeedback } = await import('./feedback-report.js');
    process.exitCode = await reportFeedback(options);
  });

const evaluation = program
  .command('eval')
  .description('measure answers against known facts; `footnote eval --help` lists its options')
  .argument('[options...]')
  .helpOption(false)
  .helpCommand(false)
  .allowUnknownOption()
  .action(async (_options: string[], _known: unknown, { args }: Command) => {
    const { runEvaluation } = await import('../../eval/program.js');
    process.exitCode = await runEvaluation(args, process.env);
  });

evaluation
  .command('add')
  .description('turn what somebody said about an answer into a case to review')
  .argument('<answer>', 'the id of the answer, as the feedback has it')
  .option('--dataset <folder>', 'add it to review.jsonl there, instead of printing it')
  .helpOption('--help')
  .action(async (answer: string, options: { dataset?: string }) => {
    const { addCase } = await import('./eval-add.js');
    process.exitCode = await addCase(answer, options);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.misused;
  else process.exitCode = printError(error, debug);
}
