import type { Location } from 'vscode-languageserver';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Category, Term } from '../../language/lexicon/term.ts';
import { guarded } from '../run.ts';
import type { Session } from '../session.ts';
import { startOfLine } from './start-of-line.ts';

/** Pages of terms that ship with the project: `emh-lexicon:/head/cord-compression.yaml?URI-of-the-document-that-uses-it`. */
export const LEXICON_SCHEME = 'emh-lexicon';

const lexiconUri = ({ category, id }: Term, usedIn: string): string =>
  `${LEXICON_SCHEME}:/${category}/${encodeURIComponent(id)}.yaml?${encodeURIComponent(usedIn)}`;

/** The text of such a page; empty for a term that is not there. */
export async function lexiconText(session: Session, uri: string): Promise<string> {
  const { termText } = await import('../../packs/term-text.ts');
  return guarded(session, 'lexicon page', '', () => {
    const [, category = '', id = '', usedIn = ''] = /^[\w-]+:\/+([\w-]+)\/([^?]+)\.yaml(?:\?(.*))?$/.exec(uri) ?? [];
    const term = session.languageOf(decodeURIComponent(usedIn)).lexicon.term(decodeURIComponent(id), category as Category);
    return term === undefined ? '' : termText(term);
  });
}

/** Where a term's entry stands: in a site's file; for one that ships with the project, a page that the client asks for, where it can. */
export function termLocation({ capabilities }: Session, term: Term, lexicon: Lexicon, usedIn: string): Location | null {
  const origin = lexicon.originOf(term);
  const range = startOfLine(origin?.line ?? 1);
  if (origin !== null) return { uri: origin.file, range };
  return capabilities.workspace?.textDocumentContent === undefined ? null : { uri: lexiconUri(term, usedIn), range };
}
