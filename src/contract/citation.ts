import { z } from 'zod';

export const CitationSchema = z
  .object({
    number: z.int().min(1).describe('What the answer sentences refer to, from 1.'),
    documentId: z.string(),
    title: z.string().describe('Of the document.'),
    author: z.string().nullable().describe('Null where it is not known.'),
    publisher: z.string().nullable().describe('Null where it is not known.'),
    published: z.string().nullable().describe('ISO 8601 date: YYYY, YYYY-MM or YYYY-MM-DD.'),
    url: z.string().nullable().describe('Where the document was published, if it says so.'),
    documentHash: z
      .string()
      .describe("`sha256-` and the hexadecimal SHA-256 of the document's canonical text in UTF-8."),
    passageId: z.string().describe('The passage the quote was found in.'),
    start: z.int().min(0).describe('First UTF-16 code unit of the quote in the canonical text.'),
    end: z.int().min(1).describe('One past the last code unit: text.slice(start, end) === quote.'),
    page: z
      .int()
      .min(1)
      .optional()
      .describe('Of the source, from 1; absent where it has no pages.'),
    pageEnd: z.int().min(2).optional().describe('The last page, where it goes on to another.'),
    quote: z.string().min(1).describe('The exact words of the document.'),
    href: z.string().describe('The readable page of the document, opened at the quote.'),
  })
  .meta({ id: 'Citation', description: 'A verified link from the answer to an exact quote.' });

export type Citation = z.infer<typeof CitationSchema>;
