/** What a request to the server makes use of beyond the plainest. */
export interface RequestForm {
  /** A JSON schema that the reply is held to. */
  readonly schema: boolean;
  /** The server's own count of tokens. */
  readonly usage: boolean;
  /** A temperature of 0, which some models do not take. */
  readonly temperature: boolean;
}

const NAMED: Readonly<Record<keyof RequestForm, RegExp>> = {
  schema: /response_format|json_schema|structured|grammar|schema/iu,
  usage: /stream_options|include_usage/iu,
  temperature: /temperature/iu,
};
/** What servers say to a request they do not understand. */
const MISUNDERSTOOD = new Set([400, 415, 422, 501]);

/**
 * The form without what the server refused: that which it names, else the schema, else the rest. Null where there is
 * nothing left to leave out or it was no misunderstanding.
 */
export function withoutRefused(form: RequestForm, error: unknown): RequestForm | null {
  const { status, said } = refusalOf(error);
  if (status === undefined || !MISUNDERSTOOD.has(status)) return null;
  const parts = (Object.keys(NAMED) as (keyof RequestForm)[]).filter((part) => form[part]);
  const part = parts.find((one) => NAMED[one].test(said)) ?? parts[0];
  return part === undefined ? null : { ...form, [part]: false };
}

function refusalOf(error: unknown): { status?: number; said: string } {
  if (!(error instanceof Error)) return { said: '' };
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  return { ...(status === undefined ? {} : { status }), said: error.message };
}
