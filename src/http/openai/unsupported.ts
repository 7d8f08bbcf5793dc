import { z } from 'zod';

/** What a refinement tells `describeIssue` besides its message. */
export interface RefusalParams {
  /** OpenAI's word for why a value is refused. */
  readonly openai: string | null;
}

/** A parameter that only says no: whatever it holds but null and what `allows` lets through is refused. */
export function unsupported(allows: (value: unknown) => boolean = () => false) {
  return z
    .unknown()
    .refine((value) => value === null || value === undefined || allows(value), {
      message: 'is not supported with this model',
      params: { openai: 'unsupported_parameter' } satisfies RefusalParams,
    })
    .optional();
}

/** A parameter of which only some values are supported. */
export function only(allowed: string, allows: (value: unknown) => boolean) {
  return z
    .unknown()
    .refine((value) => value === null || value === undefined || allows(value), {
      message: `does not support this value with this model, only ${allowed}`,
      params: { openai: 'unsupported_value' } satisfies RefusalParams,
    })
    .optional();
}
