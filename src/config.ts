import { join, resolve } from 'node:path';
import { z } from 'zod';
import { FootnoteError } from './errors.js';
import { SETTINGS } from './settings.js';

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
  /** Null where no chat model is configured. */
  readonly chat: ChatConfig | null;
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

/** How to reach a chat model and what it may cost. */
export interface ChatConfig {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  readonly tokenBudget: number;
  readonly callsAtOnce: number;
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
    chat: chatOf(settings),
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

/** A server without a model, or the other way round, is a mistake rather than no chat model. */
function chatOf(settings: Settings): ChatConfig | null {
  const { CHAT_BASE_URL: baseUrl, CHAT_MODEL: model } = settings;
  if (baseUrl === '' && model === '') return null;
  if (baseUrl === '' || model === '') {
    const [set, missing] =
      model === '' ? ['CHAT_BASE_URL', 'CHAT_MODEL'] : ['CHAT_MODEL', 'CHAT_BASE_URL'];
    throw new FootnoteError(
      'config_invalid',
      `The environment variable ${set} is set but ${missing} is not. Set both for a chat model, or none.`,
      { details: { variable: missing } },
    );
  }
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    model,
    apiKey: settings.CHAT_API_KEY === '' ? null : settings.CHAT_API_KEY,
    timeoutMs: settings.CHAT_TIMEOUT_MS,
    tokenBudget: settings.CHAT_TOKEN_BUDGET,
    callsAtOnce: settings.CHAT_CALLS_AT_ONCE,
  };
}

function listed(value: string): string[] {
  return value.split(/[\s,]+/).filter(Boolean);
}

/** What is unset and has no plain standard stays an empty text. */
function numberOrNull(value: number | string): number | null {
  return typeof value === 'number' ? value : null;
}
