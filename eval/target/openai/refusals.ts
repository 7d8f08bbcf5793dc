import { normaliseAnswer } from '../../metrics/normalise.js';
import { figuresAndNames } from '../../metrics/support.js';
import { REFUSALS } from './refusal-patterns.js';

const ALL = Object.values(REFUSALS).flat();
/** A sentence with its end. */
const SENTENCE = /[^\n]+?(?:[.!?](?=\s|$)|[。！？]|(?=\n)|$)/gu;
/** What is said around a refusal without answering anything. */
const ASIDE =
  /^\W*(?:thank|thanks|(?:that is |that's )?(?:a |an )?(?:great|good|interesting|excellent) question|(?:i'm |i am |we are |we're )?(?:so |very )?sorry|unfortunately|hello|hi\b|no[.,!]?$|(?:i|we)(?:'ve| have)? (?:just )?(?:searched|looked|checked|reviewed|read|went|gone|examined|understand|see that you)|based on|after (?:reviewing|searching|reading|checking)|please|if you|let me know|you (?:may|might|can|could)|(?:i|we) (?:would |'d )?(?:recommend|suggest|advise)|feel free|for (?:more|further|details)|try\b|consider)/iu;
/** After these, a sentence that began as a refusal may answer after all. */
const TURN = /\b(?:but|however|although|though|except|yet)\b/iu;

/** As much of a text is looked at. */
const LOOKED_AT = 2000;
/** "I'm sorry." or "No." alone is followed by what it is sorry for. */
const SHORTEST = 12;

/**
 * Whether a text says that it has no answer: its first sentence does, and does not turn to answer after all ("I am not sure, but it
 * was 412"); or a later one does, and nothing around it says anything.
 * @param question Words of it are nothing new.
 * @param own Further patterns, of the service that is asked; one of them anywhere in the text is enough.
 */
export function isRefusal(text: string, question = '', own: readonly RegExp[] = []): boolean {
  const plain = text
    .slice(0, LOOKED_AT)
    .replaceAll('’', "'")
    .replace(/[*_#>]/g, '')
    .trim();
  if (own.some((one) => one.test(plain))) return true;
  const sentences = (plain.match(SENTENCE) ?? []).map((one) => one.trim()).filter(Boolean);
  const [first = ''] = sentences;
  const begun = first.length < SHORTEST ? sentences.slice(0, 2).join(' ') : first;
  if (refuses(begun)) return !turns(begun, question);
  return (
    sentences.some((one) => refuses(one) && !turns(one, question)) &&
    sentences.every((one) => refuses(one) || ASIDE.test(one))
  );
}

function refuses(sentence: string): boolean {
  return ALL.some((one) => one.test(sentence));
}

/** Whether a sentence goes on, after a "but", with a figure or a name that the question has not. */
function turns(sentence: string, question: string): boolean {
  const at = sentence.search(TURN);
  if (at === -1) return false;
  const asked = ` ${normaliseAnswer(question)} `;
  const rest = sentence.slice(at);
  return !refuses(rest) && figuresAndNames(rest).some((claim) => !asked.includes(` ${claim} `));
}
