import PDFDocument from 'pdfkit';

/** A PDF as `draw` draws it. */
export function makePdf(
  draw: (pdf: PDFDocument) => void,
  options: PDFDocument.PdfKitOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument(options);
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    draw(pdf);
    pdf.end();
  });
}

/** Writes lines of text one below the other, from a corner of the page. */
export function writeLines(
  pdf: PDFDocument,
  lines: readonly string[],
  { x = 72, y = 72, size = 10, leading = 1.2 } = {},
): void {
  pdf.fontSize(size);
  lines.forEach((line, row) => {
    pdf.text(line, x, y + row * size * leading, { lineBreak: false });
  });
}

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
