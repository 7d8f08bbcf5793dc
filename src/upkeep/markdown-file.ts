import type { DocumentUpload, MarkdownUpload } from '../contract/document-admin.js';

/** The Markdown file of an uploaded document: what is known about it as front matter, then its text. */
export function markdownFile(upload: DocumentUpload | MarkdownUpload): string {
  if ('markdown' in upload) return upload.markdown;
  const { title, text, metadata: { other = {}, tags, ...facts } = {} } = upload;
  const entries = [
    ['title', title],
    ...Object.entries(facts),
    ...(tags === undefined ? [] : [['tags', tags] as const]),
    ...Object.entries(other),
  ].filter(([, value]) => value !== undefined);
  // Whatever is JSON is YAML too.
  const lines = entries.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${text}\n`;
}
