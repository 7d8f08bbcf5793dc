import { z } from 'zod';

const MetadataSchema = z
  .object({
    author: z.string().nullable(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    url: z.string().nullable(),
    language: z.string().nullable(),
    licence: z.string().nullable(),
    other: z.record(z.string(), z.string()),
  })
  .meta({ id: 'DocumentMetadata' });

export const DocumentSummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    hash: z.string(),
    metadata: MetadataSchema,
    href: z.string(),
  })
  .meta({ id: 'DocumentSummary' });

export type DocumentSummary = z.infer<typeof DocumentSummarySchema>;

export const DocumentListSchema = z
  .object({ documents: z.array(DocumentSummarySchema) })
  .meta({ id: 'DocumentList' });

export type DocumentList = z.infer<typeof DocumentListSchema>;

export const DocumentViewSchema = DocumentSummarySchema.extend({
  text: z.string().describe('The canonical text that spans point into.'),
}).meta({ id: 'Document' });

export type DocumentView = z.infer<typeof DocumentViewSchema>;
