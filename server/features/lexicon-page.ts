import type { Category, Term } from '../../language/lexicon/term.ts';
import { guarded } from '../run.ts';
import type { Session } from '../session.ts';

/** Pages of terms that ship with the project: `emh-lexicon:/head/cord-compression.yaml?URI-of-the-document-that-uses-it`. */
export const LEXICON_SCHEME = 'emh-lexicon';

export const lexiconUri = ({ category, id }: Term, usedIn: string): string =>
  `${LEXICON_SCHEME}:/${category}/${encodeURIComponent(id)}.yaml?${encodeURIComponent(usedIn)}`;

/** Gives the text of such a page; empty for a term that is not there. */
export function lexiconPages(session: Session): void {
  session.connection.workspace.textDocumentContent.on(async ({ uri }) => {
    const { termText } = await import('../../packs/term-text.ts');
    return guarded(session, 'lexicon page', { text: '' }, () => {
      const [, category = '', id = '', usedIn = ''] = /^[\w-]+:\/+([\w-]+)\/([^?]+)\.yaml(?:\?(.*))?$/.exec(uri) ?? [];
      const term = session.languageOf(decodeURIComponent(usedIn)).lexicon.term(decodeURIComponent(id), category as Category);
      return { text: term === undefined ? '' : termText(term) };
    });
  });
}
