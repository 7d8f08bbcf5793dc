import { z } from 'zod';
import type { OpenAiError } from './error.js';

/** What clients name as the model: the service, whatever it reads with. */
export const MODEL_ID = 'footnote';

const CREATED_SECONDS = Date.UTC(2026, 10, 22) / 1000;

export const ModelSchema = z
  .object({
    id: z.literal(MODEL_ID),
    object: z.literal('model'),
    created: z.int().describe('When this name was first served, in seconds since 1970.'),
    owned_by: z.literal('footnote'),
  })
  .meta({ id: 'Model' });

export const ModelListSchema = z
  .object({ object: z.literal('list'), data: z.array(ModelSchema) })
  .meta({ id: 'ModelList' });

export const MODEL: z.infer<typeof ModelSchema> = {
  id: MODEL_ID,
  object: 'model',
  created: CREATED_SECONDS,
  owned_by: 'footnote',
};

export function modelNotFound(model: string): OpenAiError {
  return {
    message: `The model \`${model.slice(0, 100)}\` does not exist. Ask for \`${MODEL_ID}\`.`,
    type: 'invalid_request_error',
    param: 'model',
    code: 'model_not_found',
  };
}
