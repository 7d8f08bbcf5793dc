import { AutoTokenizer } from '@xenova/transformers';
import type { ReadablePassage, SentenceReading } from '../../domain/passage-reader.js';
import type { Precision } from '../precision.js';
import { loadModel, modelInputs } from '../runtime/load-model.js';
import { sentenceReadings } from './sentence-readings.js';
import { tokenRow } from './token-sentences.js';

/** What a thread needs to load the reader. */
export interface ReadingOptions {
  /** Absolute path of the prepared model. */
  readonly folder: string;
  readonly precision: Precision;
  /** Tokens of question and passage together, special tokens included, beyond which the passage is cut. */
  readonly maxTokens: number;
}

/** A loaded reader in this thread. */
export interface SentenceReader {
  read(question: string, passage: ReadablePassage): Promise<SentenceReading[]>;
  close(): Promise<void>;
}

/** Words whose tokens are kept; when there are more, all are forgotten. */
const MOST_KNOWN_WORDS = 20_000;

/** Loads the reader. Like texts to embed, passages are run one at a time. */
export async function openSentenceReader(options: ReadingOptions): Promise<SentenceReader> {
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(options.folder, { local_files_only: true }),
    loadModel(options.folder, options.precision),
  ]);
  const known = new Map<string, readonly number[]>();
  const tokenIds = (word: string): readonly number[] => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const ids: number[] = tokenizer(word, {
      add_special_tokens: false,
      return_tensor: false,
    }).input_ids;
    if (known.size >= MOST_KNOWN_WORDS) known.clear();
    known.set(word, ids);
    return ids;
  };
  const empty: number[] = tokenizer('', { return_tensor: false }).input_ids;
  const special = { opening: empty[0] ?? 0, closing: empty.at(-1) ?? 0 };

  return {
    async read(question, passage) {
      const row = tokenRow(question, passage, tokenIds, special, options.maxTokens);
      const { token_numbers: numbers } = await model(modelInputs(row.ids, row.kinds));
      const readings = sentenceReadings(numbers.data, row.placed, passage.sentences.length);
      numbers.dispose();
      return readings;
    },
    async close() {
      await model.dispose();
    },
  };
}
