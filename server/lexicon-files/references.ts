import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { idPlaces, namedAt } from '../../language/authoring/vocabulary/named.ts';
import { placesOf } from '../../language/authoring/vocabulary/places.ts';
import { guarded } from '../run.ts';
import type { OpenedLexicon, Session } from '../session.ts';
import { sitePacks, siteTexts } from './site-texts.ts';

/** Where a term is named by its id or words: in lexicons, rules, templates and reports. From words of an entry, where those words stand. */
export async function termReferences(
  session: Session,
  opened: OpenedLexicon,
  { position, context }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[]> {
  const { vocabulary, document } = opened;
  const named = guarded(session, 'references', null, () => namedAt(vocabulary, document.offsetAt(position)));
  if (named === null || named.is === 'key') return [];
  const { id, category } = named.is === 'reference' ? named.term : named.entry;
  const words = named.is === 'words' ? named.words : null;
  const found: Location[] = [];
  if (words === null)
    for (const { pack, document: file } of sitePacks(session, opened))
      for (const { range, isEntry } of idPlaces(pack, { id, category }))
        if (context.includeDeclaration || !isEntry) found.push({ uri: file.uri, range: file.rangeOf(range) });
  for await (const { document: text, kind } of siteTexts(session, opened, token)) {
    if (token.isCancellationRequested) break;
    const places = guarded(session, 'references', [], () => placesOf(text.text, kind, { id, category }, words, vocabulary.lexicon));
    for (const { range } of places) found.push({ uri: text.uri, range: text.rangeOf(range) });
  }
  return found;
}
