import { z } from 'zod';

/** Names that front matter has for what is known about a document. */
const KNOWN = ['title', 'author', 'publisher', 'published', 'url', 'language', 'licence', 'tags'];
const MAX_TEXT_LENGTH = 8_000_000;

const fact = z.string().trim().min(1).max(1000).optional();

const idSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(
    /^(?!.*\.\.)[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?(?:\/[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?)*$/u,
    'An id is made of letters, digits, "-", "_" and ".", with "/" between folders; each part begins and ends with a letter, a digit or "_"',
  );

/** A document to be put among those that are served. */
export const DocumentUploadSchema = z
  .strictObject({
    id: idSchema
      .optional()
      .describe('Replaces the document of this id; without one, the title makes it.'),
    title: z.string().trim().min(1).max(500),
    text: z.string().min(1).max(MAX_TEXT_LENGTH).describe('Markdown.'),
    metadata: z
      .strictObject({
        author: fact,
        publisher: fact,
        published: fact.describe('ISO 8601 date: YYYY, YYYY-MM or YYYY-MM-DD.'),
        url: fact,
        language: fact.describe('BCP 47 tag.'),
        licence: fact,
        tags: z.array(z.string().trim().min(1).max(200)).max(100).optional(),
        other: z
          .record(z.string().trim().min(1).max(100), z.string().max(1000))
          .refine((other) => Object.keys(other).every((key) => !KNOWN.includes(key)), {
            message: `These have a place of their own: ${KNOWN.join(', ')}.`,
          })
          .optional(),
      })
      .optional(),
  })
  .meta({ id: 'DocumentUpload', description: 'A document to be put among those that are served.' });

export type DocumentUpload = z.infer<typeof DocumentUploadSchema>;

/** Markdown as it is, with front matter of its own where there is some. */
export const MarkdownUploadSchema = z.strictObject({
  id: idSchema,
  markdown: z.string().min(1).max(MAX_TEXT_LENGTH),
});

export type MarkdownUpload = z.infer<typeof MarkdownUploadSchema>;

export const DocumentReceiptSchema = z
  .object({
    id: z.string(),
    change: z.enum(['added', 'replaced', 'removed']),
    path: z.string().describe('Its file, below the corpus folder.'),
    index: z
      .object({ fingerprint: z.string() })
      .describe('The index that answers now, with the change in it.'),
  })
  .meta({
    id: 'DocumentReceipt',
    description: 'What was done; questions are answered accordingly.',
  });

export type DocumentReceipt = z.infer<typeof DocumentReceiptSchema>;

/** Changes the documents that are served. Each call resolves once questions are answered from the change. */
export interface DocumentAdmin {
  /** @throws FootnoteError `invalid_request` where it makes no document, `conflict` where its place is taken; else what the build failed with */
  put(upload: DocumentUpload | MarkdownUpload): Promise<DocumentReceipt>;
  /** Undefined where no document has that id. @throws FootnoteError `conflict` where its file holds others too; else what the build failed with */
  remove(id: string): Promise<DocumentReceipt | undefined>;
}
