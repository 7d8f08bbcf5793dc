import { z } from 'zod';

const MetadataSchema = z
  .object({
    author: z.string().nullable(),
    publisher: z.string().nullable(),
    published: z.string().nullable().describe('ISO 8601 date: YYYY, YYYY-MM or YYYY-MM-DD.'),
    url: z.string().nullable().describe('Where it was published.'),
    language: z.string().nullable().describe('BCP 47 tag, for instance `en` or `ko-KR`.'),
    licence: z.string().nullable(),
    tags: z.array(z.string()).optional().describe('What it is filed under, where it says so.'),
    other: z.record(z.string(), z.string()).describe('Whatever else its front matter says.'),
  })
  .meta({ id: 'DocumentMetadata', description: 'What is known about it; null where it is not.' });

export const DocumentSummarySchema = z
  .object({
    id: z.string().describe('Made from its path below the corpus folder.'),
    title: z.string(),
    hash: z
      .string()
      .describe('`sha256-` and the hexadecimal SHA-256 of its canonical text in UTF-8.'),
    path: z.string().optional().describe('Its file, below the corpus folder.'),
    metadata: MetadataSchema,
    href: z.string().describe('Its readable page.'),
  })
  .meta({ id: 'DocumentSummary', description: 'A document without its text.' });

export type DocumentSummary = z.infer<typeof DocumentSummarySchema>;

export const DocumentListSchema = z
  .object({ documents: z.array(DocumentSummarySchema) })
  .meta({ id: 'DocumentList', description: 'Every document that is served.' });

export type DocumentList = z.infer<typeof DocumentListSchema>;

export const DocumentViewSchema = DocumentSummarySchema.extend({
  text: z.string().describe('The canonical text that spans point into.'),
  pageStarts: z
    .array(z.int().min(0))
    .optional()
    .describe('Where each page of the source begins in the text; absent where it has no pages.'),
}).meta({ id: 'Document', description: 'A document with the text that quotes are checked with.' });

export type DocumentView = z.infer<typeof DocumentViewSchema>;
