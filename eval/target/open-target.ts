import type { Variation } from '../../src/compose.js';
import { FootnoteError } from '../../src/errors.js';
import type { Options } from '../options.js';
import type { DocumentText } from './document-text.js';
import { engineTarget } from './engine-target.js';
import { httpTarget } from './http-target.js';
import { localDocuments } from './local-documents.js';
import { openAiTarget } from './openai/openai-target.js';
import type { Target, TargetCorpus } from './target.js';

type TargetOptions = Pick<
  Options,
  'url' | 'openai' | 'model' | 'api-key-env' | 'reader' | 'refusal'
>;

/**
 * Opens what the options name: a service of our contract, an OpenAI-compatible one, else the engine in this process.
 * @param warn Told what a person should know.
 * @param variation of the engine in this process, parts to put in the place of those it has
 * @throws FootnoteError `invalid_request` where the options contradict each other or name a key that is not set
 */
export async function openTarget(
  options: TargetOptions,
  corpus: TargetCorpus,
  environment: Readonly<Record<string, string | undefined>>,
  warn: (message: string) => void,
  variation?: Variation,
): Promise<Target> {
  const { url, openai, model, reader, refusal: refusals } = options;
  if (url !== undefined && openai !== undefined)
    throw refusal('--url and --openai name two services. Give one of them.');
  if (model !== undefined && openai === undefined)
    throw refusal('--model is of --openai, which is not given.');
  if (refusals !== undefined && openai === undefined)
    throw refusal(
      '--refusal is of --openai, which is not given; others say in a field that they refuse.',
    );
  if (reader !== undefined && (url ?? openai) !== undefined)
    throw refusal('--reader is of the engine in this process; the service chooses its own.');
  const apiKey = apiKeyOf(options, environment);
  if (url !== undefined) {
    const documents = await localDocuments(corpus, environment).catch((error: Error) => {
      warn(
        `Quotes are checked in the documents the service shows, for none are known here: ${error.message}`,
      );
      return [] as readonly DocumentText[];
    });
    return httpTarget({ baseUrl: url, apiKey }, documents);
  }
  if (openai === undefined) {
    const chosen = reader === undefined ? environment : { ...environment, READER: reader };
    return engineTarget(corpus, chosen, warn, variation);
  }
  const documents = await localDocuments(corpus, environment);
  return openAiTarget({ baseUrl: openai, apiKey, model, documents, refusals });
}

function apiKeyOf(
  { url, openai, 'api-key-env': variable }: TargetOptions,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (variable === undefined) return undefined;
  if (url === undefined && openai === undefined)
    throw refusal('--api-key-env is of --url and --openai, of which none is given.');
  const apiKey = environment[variable];
  if (apiKey) return apiKey;
  throw refusal(`The environment variable ${variable} of --api-key-env is not set.`);
}

function refusal(message: string): FootnoteError {
  return new FootnoteError('invalid_request', message);
}
