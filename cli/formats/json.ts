import { contentKey } from '../archive/alert-key.ts';
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

/**
 * One object a line, also for what could not be checked. `content` tells whether a text is the one that was checked, `reports` when, what, by whom and from which
 * template its reports are: what `emh stats` and `emh review` go on with.
 */
export const ndjson: MakeFormat = () => ({
  tellsReports: true,
  head: '',
  first: '',
  between: '',
  report: ({ origin, id, text, diagnostics, reports }) =>
    `${withId(id, { ...fileJson(nameOf(origin), text, diagnostics), content: contentKey(text), reports })}\n`,
  unread: ({ origin, id, code, message }) => `${withId(id, { file: nameOf(origin), error: { code, message } })}\n`,
  tail: () => '',
});

/** The id is JSON already. */
const withId = (id: string | null, rest: object): string =>
  id === null ? JSON.stringify(rest) : `{"id":${id},${JSON.stringify(rest).slice(1)}`;
