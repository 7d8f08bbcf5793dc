import type { AskResponse } from '../contract/ask.js';
import type { Citation } from '../contract/citation.js';
import { pageLabel } from '../contract/page-range.js';
import { percentage } from '../http/pages/percentage.js';
import type { Terminal } from './terminal.js';
import { onOneLine, wrapText } from './wrap-text.js';

/** An answer as a person reads it in a terminal. */
export function answerText(response: AskResponse, terminal: Terminal): string {
  const { answer, abstention, disagreement, citations } = response;
  const parts: string[] = [];
  if (answer !== null) parts.push(...answered(answer, terminal));
  if (abstention !== null) parts.push(...abstained(abstention, terminal));
  if (disagreement !== null) parts.push(disagreed(disagreement, terminal));
  if (citations.length > 0) {
    const sources = citations.map((citation) => source(citation, terminal));
    parts.push([terminal.bold('Sources'), ...sources].join('\n'));
  }
  return parts.join('\n\n');
}

function answered(answer: NonNullable<AskResponse['answer']>, terminal: Terminal): string[] {
  const { shortAnswer, sentences, confidence } = answer;
  const text = sentences
    .map((sentence) => `${sentence.text} ${marks(sentence.citations)}`)
    .join(' ');
  const whole = wrapText(text, terminal.width);
  const sure = terminal.dim(`Confidence ${percentage(confidence)}`);
  const lead = shortAnswer === null ? [] : [terminal.bold(wrapText(shortAnswer, terminal.width))];
  return [...lead, `${whole}\n${sure}`];
}

function abstained(
  { message, nearest }: NonNullable<AskResponse['abstention']>,
  terminal: Terminal,
): string[] {
  const said = `${terminal.bold('No answer in these documents.')}\n${wrapText(message, terminal.width)}`;
  if (nearest.length === 0) return [said];
  const passages = nearest.map((passage) =>
    [
      `- ${terminal.highlight(onOneLine(passage.title))}`,
      wrapText(passage.text, terminal.width, '  '),
      terminal.dim(`  ${place(passage)}`),
    ].join('\n'),
  );
  return [said, [terminal.bold('The nearest passages'), ...passages].join('\n')];
}

function disagreed(
  { about, sides }: NonNullable<AskResponse['disagreement']>,
  terminal: Terminal,
): string {
  const lines = sides.map(({ value, citations }) =>
    wrapText(`- ${value} ${marks(citations)}`, terminal.width),
  );
  return [terminal.bold('The sources differ'), wrapText(about, terminal.width), ...lines].join(
    '\n',
  );
}

function source(citation: Citation, terminal: Terminal): string {
  const { number, quote, title, author, publisher, published, url } = citation;
  const mark = `[${number}]`;
  const indent = ' '.repeat(mark.length + 1);
  const by = [author, publisher, published].filter((fact) => fact !== null).map(onOneLine);
  const quoted = wrapText(`“${onOneLine(quote)}”`, terminal.width, indent);
  const facts = [by.join(', '), place(citation), url ?? ''];
  return [
    `${terminal.highlight(mark)} ${quoted.slice(indent.length)}`,
    wrapText(title, terminal.width, indent),
    ...facts.filter(Boolean).map((fact) => terminal.dim(indent + onOneLine(fact))),
  ].join('\n');
}

/** Where in a document a text stands. */
export function place(at: Pick<Citation, 'documentId' | 'start' | 'end' | 'page' | 'pageEnd'>) {
  const page = pageLabel(at);
  return `${at.documentId}, ${page === undefined ? '' : `${page}, `}characters ${at.start} to ${at.end}`;
}

function marks(numbers: readonly number[]): string {
  return numbers.map((number) => `[${number}]`).join('');
}
