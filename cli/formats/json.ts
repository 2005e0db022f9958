import { nameOf } from '../archive/unit.ts';
import { fileJson } from '../json.ts';
import type { MakeFormat } from './format.ts';

/** One array with an object for each text that was checked. */
export const json: MakeFormat = () => ({
  head: '[',
  first: '\n',
  between: ',\n',
  report: ({ origin, id, text, diagnostics }) => withId(id, fileJson(nameOf(origin), text, diagnostics)),
  unread: () => '',
  tail: ({ some }) => (some ? '\n]\n' : ']\n'),
});

/** One object a line, also for what could not be checked. */
export const ndjson: MakeFormat = () => ({
  head: '',
  first: '',
  between: '',
  report: ({ origin, id, text, diagnostics }) => `${withId(id, fileJson(nameOf(origin), text, diagnostics))}\n`,
  unread: ({ origin, id, code, message }) => `${withId(id, { file: nameOf(origin), error: { code, message } })}\n`,
  tail: () => '',
});

/** The id is JSON already. */
const withId = (id: string | null, rest: object): string =>
  id === null ? JSON.stringify(rest) : `{"id":${id},${JSON.stringify(rest).slice(1)}`;
