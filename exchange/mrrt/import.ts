import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Source } from '../../language/text/source.ts';
import { type Exchanged, lost, type Notice, sortedNotices, warning } from '../notice.ts';
import { aboutLines } from './about.ts';
import { checkPage } from './check.ts';
import { foreignMarkup } from './foreign.ts';
import { readPage } from './page.ts';
import { BodyReader } from './read-body.ts';
import { MRRT_RULES } from './rules.ts';

/**
 * A template (`.emht`) of a file of IHE MRRT. A file with an error of `MRRT_RULES` is refused; what else is not as asked is told, and read
 * all the same. What a template has no words for is among the notices.
 */
export function importMrrt({ name, text }: Source, lexicon: Lexicon): Exchanged {
  const page = readPage(text);
  const { faults, attributes } = checkPage(page);
  const notices: Notice[] = faults.map(({ rule, message, range }) => ({ kind: MRRT_RULES[rule], message, range }));
  if (page.body === null || notices.some(({ kind }) => kind === 'error')) return { text: null, notices: sortedNotices(notices) };
  const about = aboutLines(page, attributes.all[0] ?? null, name);
  const body = new BodyReader(page.body, lexicon).read();
  const isForeign = !about.isOwn;
  const lines = [...about.lines, ...(isForeign ? ['', `Exam: ${about.title}`, ''] : []), ...body.lines];
  notices.push(...about.notices, ...body.notices, ...foreignMarkup(page));
  if (isForeign && !body.lines.some((line) => line.trim() !== '')) notices.push(warning('The body says nothing.', null));
  for (const range of about.fieldCodes) notices.push(lost('The code of a place in the body: fields have none.', range));
  return { text: lines.map((line) => `${line}\n`).join(''), notices: sortedNotices(notices) };
}
