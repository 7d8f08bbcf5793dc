import { Counter, type Registry } from 'prom-client';
import type { AskResponse } from '../../contract/ask.js';

type Diagnostics = NonNullable<AskResponse['diagnostics']>;

/** Counts what the chat model did for each answer: who wrote it, what became of its sentences, and what it cost. */
export function countChat(registry: Registry): (diagnostics: Diagnostics) => void {
  const registers = [registry];
  const answers = new Counter({
    name: 'footnote_chat_answers_total',
    help: 'Answers where a chat model is configured, by who wrote them and why not the model.',
    labelNames: ['reader', 'fallback'],
    registers,
  });
  const sentences = new Counter({
    name: 'footnote_chat_sentences_total',
    help: 'Sentences the chat model wrote, by what became of them.',
    labelNames: ['outcome'],
    registers,
  });
  const tokens = new Counter({
    name: 'footnote_chat_tokens_total',
    help: 'Tokens of prompts and replies.',
    labelNames: ['kind'],
    registers,
  });
  const calls = new Counter({
    name: 'footnote_chat_calls_total',
    help: 'Requests made of the chat model.',
    registers,
  });
  return (diagnostics) => {
    const { reader, fallback } = diagnostics;
    answers.inc({ reader, fallback: fallback ?? 'none' });
    for (const outcome of ['verified', 'repaired', 'dropped'] as const)
      sentences.inc({ outcome }, diagnostics.sentences[outcome]);
    for (const kind of ['prompt', 'completion'] as const)
      tokens.inc({ kind }, diagnostics.tokens[kind]);
    calls.inc(diagnostics.calls);
  };
}
