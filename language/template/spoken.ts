import type { Template } from './template.ts';
import { aboutOf } from './template.ts';

/** What dictation takes for an order or a mark: a template of that name could not be asked for. */
const COMMANDS: ReadonlySet<string> = new Set([
  'next field',
  'previous field',
  'accept defaults',
  'field complete',
  'new line',
  'new paragraph',
  'scratch that',
  'delete that',
  'full stop',
  'period',
  'comma',
  'colon',
  'macro',
  'insert',
  'sign report',
  'what can i say',
]);

const MOST_WORDS = 6;

/** The name that a template is asked for by: as its header says, else its own with blanks for hyphens. */
export const spokenName = (template: Template): string => aboutOf(template, 'spoken') || template.name.replaceAll(/[-_]/g, ' ');

/** Why a name cannot be spoken, or would be heard as something else; null where all is well. `others` are spoken names of other templates. */
export function spokenProblem(name: string, others: readonly string[]): string | null {
  const plain = name.toLowerCase().trim();
  const words = plain.split(/\s+/);
  const symbol = /[^\p{L}\p{N}\s'-]/u.exec(plain)?.[0];
  if (symbol !== undefined) return `"${symbol}" cannot be spoken`;
  if (words.length > MOST_WORDS) return `a name of ${words.length} words is hard to say; take at most ${MOST_WORDS}`;
  const mute = words.find((word) => word.length > 3 && !/[aeiouy]/.test(word));
  if (mute !== undefined) return `"${mute}" has no vowel, so that no recogniser takes it for a word`;
  if (words.length === 1 && syllables(plain) < 2) return 'one syllable is easily misheard; take two words';
  if (COMMANDS.has(plain)) return 'this is a command of dictation';
  const twin = others.find((other) => sound(other) === sound(plain));
  if (twin !== undefined) return `sounds like "${twin}", another template`;
  return null;
}

const syllables = (word: string): number => word.replace(/e$/, '').match(/[aeiouy]+/g)?.length ?? 0;

/** What is left of words when one listens badly: letters that sound alike are one, vowels run together. */
function sound(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(/ph/g, 'f')
    .replace(/ae|oe/g, 'e')
    .replace(/[ckq]+/g, 'k')
    .replace(/[sz]+/g, 's')
    .replace(/[dt]+/g, 't')
    .replace(/[bp]+/g, 'p')
    .replace(/[mn]+/g, 'n')
    .replace(/[aeiouy]+/g, 'a')
    .replace(/(.)\1+/g, '$1');
}
