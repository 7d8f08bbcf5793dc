/**
 * Character maps that a PDF names but does not hold: predefined ones of Chinese, Japanese and Korean fonts, of which none is
 * here. Text written with them cannot be told.
 */
export interface AbsentMaps {
  /** Names of those a document asked for so far, such as `90ms-RKSJ-H`. */
  readonly names: ReadonlySet<string>;
  /** What pdf.js makes its supplier of such files from. */
  readonly BinaryDataFactory: new () => { fetch(wanted: WantedFile): Promise<never> };
}

interface WantedFile {
  readonly kind: string;
  readonly filename: string;
}

/** Notes what one document asks for. */
export function noteAbsentMaps(): AbsentMaps {
  const names = new Set<string>();
  return {
    names,
    BinaryDataFactory: class {
      async fetch({ kind, filename }: WantedFile): Promise<never> {
        if (kind === 'cMapUrl') names.add(filename.replace(/\.bcmap$/, ''));
        throw new Error(`${filename} is not here`);
      }
    },
  };
}
