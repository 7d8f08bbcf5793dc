import type { z } from 'zod';
import type { OpenAiError } from './error.js';
import { parameterName } from './parameter-name.js';

type Issue = z.core.$ZodIssue;

const MAX_LENGTH = 300;

/** The first thing wrong with a request, in OpenAI's words where it has them. */
export function describeIssues(issues: readonly Issue[]): OpenAiError {
  const issue = deepest(issues[0]);
  if (issue === undefined) return refusal('The request is not valid.', null, null);
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const param = parameterName([...issue.path, ...keys]) || null;
  const subject = param === null ? 'the body' : `'${param}'`;
  const { message } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return refusal(`Unknown parameter: ${subject}.`, param, 'unknown_parameter');
    case 'invalid_type':
      return message.endsWith('received undefined')
        ? refusal(`Missing required parameter: ${subject}.`, param, 'missing_required_parameter')
        : refusal(`Invalid type for ${subject}: ${message}.`, param, 'invalid_type');
    case 'too_big':
    case 'too_small':
      return refusal(`Invalid ${subject}: ${message}.`, param, outOfBounds(issue));
    case 'custom':
      return issue.params === undefined
        ? refusal(`Invalid value for ${subject}: ${message}.`, param, 'invalid_value')
        : refusal(`Unsupported: ${subject} ${message}.`, param, String(issue.params['openai']));
    case 'invalid_union':
      if (message.startsWith('Invalid content type')) return refusal(message, param, null);
      return issue.errors.length > 0
        ? refusal(`Invalid type for ${subject}.`, param, 'invalid_type')
        : refusal(`Invalid value for ${subject}: ${message}.`, param, 'invalid_value');
    default:
      return refusal(`Invalid value for ${subject}: ${message}.`, param, 'invalid_value');
  }
}

/** Of the ways a value could have been read, what is wrong with one that its type fits. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const nested = issue.errors
    .map(([first]) => deepest(first))
    .find((one) => one !== undefined && (one.path.length > 0 || one.code !== 'invalid_type'));
  if (nested === undefined) return issue;
  return { ...nested, path: [...issue.path, ...nested.path] };
}

function outOfBounds(issue: Issue & { code: 'too_big' | 'too_small' }): string {
  const kinds: Readonly<Record<string, string>> = { string: 'string', array: 'array' };
  const kind = kinds[issue.origin];
  const big = issue.code === 'too_big';
  if (kind === undefined) return `number_${big ? 'above_max' : 'below_min'}_value`;
  if (kind === 'array' && !big && issue.minimum === 1) return 'empty_array';
  return `${kind}_${big ? 'above_max' : 'below_min'}_length`;
}

function refusal(message: string, param: string | null, code: string | null): OpenAiError {
  const shown = message.replace(/[.…]*$/, '.').slice(0, 2 * MAX_LENGTH);
  return { message: shown, type: 'invalid_request_error', param, code };
}
