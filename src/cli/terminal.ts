import picocolors from 'picocolors';

type Colour = (text: string) => string;

/** How to write for whoever reads the output. */
export interface Terminal {
  /** Columns to wrap at; infinite where no person watches. */
  readonly width: number;
  readonly bold: Colour;
  readonly dim: Colour;
  readonly highlight: Colour;
}

const NARROWEST = 40;
const WIDEST = 100;

/** Colours and wrapping for a terminal; plain lines for a pipe, and no colours where NO_COLOR is set. */
export function terminalOf(
  stream: NodeJS.WriteStream,
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const watched = stream.isTTY === true;
  const coloured = watched && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  const { bold, dim, cyan } = picocolors.createColors(coloured);
  const columns = Math.min(Math.max(stream.columns || 80, NARROWEST), WIDEST);
  const width = watched ? columns : Number.POSITIVE_INFINITY;
  return { width, bold, dim, highlight: cyan };
}
