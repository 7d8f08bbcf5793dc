import fc from 'fast-check';

/** A part of a JSON schema, as far as the description of the service uses them. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
}

type Schemas = Readonly<Record<string, Schema>>;

const DEEPEST = 6;

/** Any code points. Made once: fast-check prepares a table of them all, which takes long. */
export const anyText = fc.string({ unit: 'binary', maxLength: 40 });

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  anyText,
  fc.constantFrom(
    '',
    ' \t\u00a0',
    'a\u0000b',
    '\ud83d',
    '\u202egnirts',
    '2024-05-01',
    '2024',
    'user',
    'footnote',
    'answer-1',
    'data:image/png;base64,AAAA',
    'question? '.repeat(300),
    'x'.repeat(30_000),
    '__proto__',
    '{{7*7}} <script>alert(1)</script>',
    '\' OR 1=1 -- " NEAR(a b)*',
    '한국과 일본의 무역 규모는?',
  ),
);

const number = fc.oneof(
  fc.integer({ min: -2, max: 12 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(0.5, 1e308, Number.MAX_SAFE_INTEGER),
);

/** Values that fit a schema mostly, and here and there do not fit at all. */
export function valuesOf(schema: Schema, schemas: Schemas, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingValues(schema, schemas, depth);
  return fc.oneof(
    { weight: 14, arbitrary: fitting },
    { weight: 1, arbitrary: depth > 3 ? text : fc.jsonValue({ maxDepth: 2 }) },
  );
}

function fittingValues(schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  if (depth > DEEPEST) return fc.constant(null);
  const inner = (part: Schema) => valuesOf(part, schemas, depth + 1);
  if (schema.$ref !== undefined)
    return fittingValues(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, depth + 1);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) return fc.oneof(...choices.map(inner));
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type: string) => inner({ ...schema, type })));
  switch (schema.type) {
    case 'string':
      return text;
    case 'integer':
    case 'number':
      return withinBounds(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(inner(schema.items ?? {}), { maxLength: 4 });
    case 'object':
      return objects(schema, inner);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function withinBounds({ minimum, maximum }: Schema): fc.Arbitrary<number> {
  if (minimum === undefined || maximum === undefined) return number;
  const within = fc.integer({ min: Math.ceil(minimum), max: Math.floor(Math.min(maximum, 1e9)) });
  return fc.oneof({ weight: 3, arbitrary: within }, { weight: 1, arbitrary: number });
}

function objects(
  { properties = {}, required = [] }: Schema,
  inner: (part: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<object> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, inner(part)]),
  );
  const known = fc.record(fields, {
    requiredKeys: required.filter((name) => name in fields),
  });
  const more = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), {
    maxKeys: 2,
  });
  return fc.oneof(
    { weight: 12, arbitrary: known },
    { weight: 1, arbitrary: fc.tuple(known, more).map(([own, added]) => ({ ...own, ...added })) },
  );
}
