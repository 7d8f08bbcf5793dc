/** The little of pdfkit that tests draw with; it brings no types of its own. */
declare module 'pdfkit' {
  interface PdfKitOptions {
    readonly autoFirstPage?: boolean;
    readonly lang?: string;
    readonly userPassword?: string;
    readonly ownerPassword?: string;
    readonly info?: Readonly<Record<string, string | Date>>;
  }

  class PDFDocument {
    constructor(options?: PdfKitOptions);
    on(event: 'data', listener: (chunk: Buffer) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    addPage(): this;
    end(): void;
    font(name: string): this;
    fontSize(points: number): this;
    image(picture: Buffer, x: number, y: number, options: { readonly width: number }): this;
    widthOfString(text: string): number;
    rotate(degrees: number, options: { readonly origin: readonly [number, number] }): this;
    text(text: string, x: number, y: number, options: { readonly lineBreak: false }): this;
  }

  namespace PDFDocument {
    export type { PdfKitOptions };
  }

  export = PDFDocument;
}
