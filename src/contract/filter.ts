import { z } from 'zod';

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const values = z.array(z.string().min(1).max(500)).min(1).max(100);
const date = z.string().regex(DATE, 'a date written YYYY, YYYY-MM or YYYY-MM-DD');

export const FilterSchema = z
  .strictObject({
    documentId: values.optional(),
    author: values.optional(),
    publisher: values.optional(),
    language: values.optional(),
    publishedFrom: date.optional().describe('This day, month or year, or later.'),
    publishedTo: date.optional().describe('This day, month or year, or earlier.'),
  })
  .meta({
    id: 'Filter',
    description: 'Only documents whose metadata hold these values; any value of a list will do.',
  });
