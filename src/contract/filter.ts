import { z } from 'zod';

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const values = z.array(z.string().min(1).max(500)).min(1).max(100);
/** So that a pattern costs little for each of many documents. */
const MOST_WILDCARDS = 10;
const pattern = z
  .string()
  .min(1)
  .max(500)
  .refine((value) => (value.match(/\*+|\?/g)?.length ?? 0) <= MOST_WILDCARDS, {
    message: `at most ${MOST_WILDCARDS} wildcards`,
  });
const date = z.string().regex(DATE, 'a date written YYYY, YYYY-MM or YYYY-MM-DD');

export const FilterSchema = z
  .strictObject({
    documentId: values.optional(),
    author: values.optional().describe('One of its authors.'),
    publisher: values.optional(),
    language: values.optional().describe('`en` also means `en-US`.'),
    tag: values.optional().describe('One of its tags.'),
    path: z
      .array(pattern)
      .min(1)
      .max(20)
      .optional()
      .describe(
        'Its file below the corpus folder: a file, a folder with all below it, or a pattern where `*` stands for anything but `/`, `**` for anything and `?` for one character.',
      ),
    other: z
      .record(z.string().min(1).max(500), values)
      .refine((wanted) => Object.keys(wanted).length <= 20, { message: 'at most 20 keys' })
      .optional()
      .describe(
        'Further metadata by key, for instance `{"department": ["Sales"]}`; all must hold.',
      ),
    publishedFrom: date.optional().describe('This day, month or year, or later.'),
    publishedTo: date.optional().describe('This day, month or year, or earlier.'),
  })
  .meta({
    id: 'Filter',
    description:
      'Only documents of which all of this holds; any value of a list will do, in capitals or not.',
  });

export type Filter = z.infer<typeof FilterSchema>;
