import type { ChatMessage, CompletionRequest } from './completion.js';
import { ABOUT_DATA, dataBlock } from './data-block.js';
import type { OfferedQuote } from './number-quotes.js';

const RULES = `You answer a question from numbered quotes, and from nothing else.

${ABOUT_DATA}

Rules:
1. Use only what the quotes say. Knowledge of your own has no place here.
2. Each sentence names the numbers of the quotes that prove all of it, and only those.
3. Keep figures, units, dates and names exactly as the quotes have them. Do not round, convert, add up or compare figures that no quote compares.
4. Keep who did what to whom, what rose and what fell, what is denied, and how sure the quote is ("may", "about", "planned").
5. Stay close to the words of the quotes. One fact a sentence is best; short, plain sentences, no introduction, no opinion, no advice.
6. Answer in the language of the quotes, in plain text: no Markdown, no links, no HTML.
7. Answer all that is asked, in the order asked, with the sentence that answers best first. "mostSentences" is a limit, not a goal.
8. If the quotes do not answer the question, or answer another one (another year, place, person or thing), set "answerable" to false and give no sentences.

Reply with JSON alone: {"answerable": true, "sentences": [{"text": "…", "quotes": [1]}], "shortAnswer": "…"}
"shortAnswer" is the figure, date or name asked for, exactly as it stands in a quote, else null.`;

export const ANSWER_SCHEMA: CompletionRequest['schema'] = {
  name: 'answer',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['answerable', 'sentences', 'shortAnswer'],
    properties: {
      answerable: { type: 'boolean' },
      sentences: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['text', 'quotes'],
          properties: {
            text: { type: 'string' },
            quotes: { type: 'array', items: { type: 'integer' } },
          },
        },
      },
      shortAnswer: { type: ['string', 'null'] },
    },
  },
};

/** @param questions as they were searched for, each by itself */
export function answerPrompt(
  questions: readonly string[],
  quotes: readonly OfferedQuote[],
  mostSentences: number,
): ChatMessage[] {
  const data = {
    ...(questions.length === 1 ? { question: questions[0] } : { questions }),
    mostSentences,
    quotes: quotes.map(({ number, quote, title, published, headings }) => ({
      number,
      text: quote,
      document: title,
      ...(published === null ? {} : { published }),
      ...(headings.length === 0 ? {} : { under: headings.join(' > ') }),
    })),
  };
  return [
    { role: 'system', content: RULES },
    { role: 'user', content: dataBlock(data) },
  ];
}
