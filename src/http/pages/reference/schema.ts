import type { Description } from '../../openapi/describe-service.js';

type Schemas = NonNullable<NonNullable<Description['components']>['schemas']>;
type SchemaOrReference = Schemas[string];

/** A schema written out. */
export type Schema = Exclude<SchemaOrReference, { $ref: string }>;

/** A schema as the description holds it: written out, or the name of one that is. */
export type AnySchema = Schema | { readonly $ref: string };

export function isReference(schema: AnySchema): schema is { readonly $ref: string } {
  return '$ref' in schema && schema.$ref !== undefined;
}

/** The last part of a reference: `Answer` of `#/components/schemas/Answer`. */
export function referencedName({ $ref }: { readonly $ref: string }): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}
