import type { OpenDocument } from './document.ts';
import type { PlacedText } from './document-part.ts';

/** What a document holds; a client that knows one language of the server may give its name to all files, so the file's own name counts too. */
export type DocumentKind = 'report' | 'template' | 'rules' | 'lexicon' | 'other';

/** What the last document that was asked of is by its names: mostly the next one is the same. */
let last: { readonly uri: string; readonly languageId: string; readonly kind: DocumentKind | 'data' } = {
  uri: '',
  languageId: '',
  kind: 'report',
};

export function kindOf(document: OpenDocument): DocumentKind {
  const { uri, languageId } = document;
  if (last.uri !== uri || last.languageId !== languageId) last = { uri, languageId, kind: kindByName(document) };
  if (last.kind !== 'data') return last.kind;
  return holdsLexicon(document) ? 'lexicon' : 'other';
}

function kindByName(document: OpenDocument): DocumentKind | 'data' {
  if (holdsRules(document)) return 'rules';
  if (holdsTemplate(document)) return 'template';
  return isData(document) ? 'data' : 'report';
}

/** Whether a document holds rules. */
export const holdsRules = ({ languageId, uri }: OpenDocument): boolean => languageId === 'emhr' || uri.toLowerCase().endsWith('.emhr');

/** Whether a document is a template, with lines and fields that no report has. */
export const holdsTemplate = ({ languageId, uri }: PlacedText): boolean => languageId === 'emht' || uri.toLowerCase().endsWith('.emht');

/** YAML is no report, also where it is no lexicon: a client may send all that is open. */
const isData = ({ languageId, uri }: OpenDocument): boolean => languageId === 'yaml' || /\.ya?ml$/i.test(uri);

/** Whether a document is a lexicon: a file in `.emh/lexicon`, or one of another folder `lexicon` that looks like one. */
export function holdsLexicon({ uri, text }: OpenDocument): boolean {
  if (/\/\.emh\/lexicon\/[^/]+\.ya?ml$/i.test(uri)) return true;
  return /\/lexicon\/[^/]+\.ya?ml$/i.test(uri) && /^version:/m.test(text) && LISTS.test(text);
}

const LISTS = /^(?:terms|compositions|parts|groups|levelCodes|examCodes|relatedCodes):/m;

/** Whether a site's file is checked as it is written while it is open. */
export const isAuthored = (document: OpenDocument): boolean => ['rules', 'lexicon'].includes(kindOf(document));
