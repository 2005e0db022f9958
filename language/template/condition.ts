import type { Span } from '../text/span.ts';
import type { Condition } from './template.ts';

/** Reads what stands behind `if`: `mass present`, `mass absent`, `contrast is without`, `contrast is not without`, `levels`, `not levels`. */
export function readCondition(words: string, range: Span): Condition {
  const plain = words.toLowerCase().replace(/\s+/g, ' ').trim();
  const [, name, not, value] = /^(.+?) is (not )?(.*)$/.exec(plain) ?? [];
  if (name !== undefined && value !== undefined) return { name, is: not === undefined ? 'value' : 'other', value, range };
  const [, thing, state] = /^(.+) (present|absent)$/.exec(plain) ?? [];
  if (thing !== undefined) return { name: thing, is: state === 'present' ? 'present' : 'absent', value: '', range };
  return plain.startsWith('not ')
    ? { name: plain.slice(4), is: 'empty', value: '', range }
    : { name: plain, is: 'filled', value: '', range };
}

/** Values of fields that say that there is nothing. */
const NOTHING: ReadonlySet<string> = new Set(['', 'none', 'no', 'absent', 'nil', 'off', 'false']);
/** Values of switches that say that there is something. */
const SOMETHING: ReadonlySet<string> = new Set(['present', 'yes', 'on', 'true']);

/** Whether a switch can have this value: others, such as `not seen`, would turn it on. */
export const isState = (value: string): boolean => [NOTHING, SOMETHING].some((words) => words.has(value.toLowerCase().trim()));

/** Whether it holds for the value of its field or switch; null where none is given. */
export function holds({ is, value: wanted }: Condition, value: string | null): boolean {
  const given = value?.toLowerCase().trim() ?? '';
  if (is === 'present') return !NOTHING.has(given);
  if (is === 'absent') return NOTHING.has(given);
  if (is === 'filled') return given !== '';
  if (is === 'empty') return given === '';
  return (given === wanted) === (is === 'value');
}
