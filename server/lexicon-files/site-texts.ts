import type { CancellationToken } from 'vscode-languageserver';
import type { TextKind } from '../../language/authoring/vocabulary/places.ts';
import type { PackFile } from '../../language/lexicon/pack-file.ts';
import { atSite, siteFileKind } from '../../packs/site-file.ts';
import { OpenDocument } from '../document.ts';
import { kindOf } from '../document-kind.ts';
import type { OpenedLexicon, Session } from '../session.ts';
import { workspaceReports } from '../workspace-reports.ts';

/** A text that may use the words of a lexicon; `isOpen` in the editor, as it is being written. */
export interface SiteText {
  readonly document: OpenDocument;
  readonly kind: TextKind;
  readonly isOpen: boolean;
}

/** Reports of the workspace, rule files and templates of the site of a lexicon file: those that are open as they are being written. */
export async function* siteTexts(session: Session, opened: OpenedLexicon, token: CancellationToken): AsyncGenerator<SiteText> {
  const seen = new Set<string>();
  const site = session.sites.at(session.folderOf(opened.document.uri));
  for (const document of session.documents.all()) {
    const kind = kindOf(document);
    if (kind === 'lexicon' || kind === 'other') continue;
    seen.add(document.uri);
    if (session.sites.at(session.folderOf(document.uri)) === site) yield { document, kind, isOpen: true };
  }
  for (const [uri, text] of site?.texts ?? []) {
    const kind = siteFileKind(atSite(uri)?.within ?? '');
    if (seen.has(uri) || (kind !== 'rules' && kind !== 'template')) continue;
    yield { document: new OpenDocument(uri, '', 0, text, session.encoding), kind, isOpen: false };
  }
  for await (const { document: placed } of workspaceReports(session, token)) {
    const { uri, text } = placed;
    if (seen.has(uri) || session.sites.at(session.folderOf(uri)) !== site) continue;
    yield { document: new OpenDocument(uri, 'emh', 0, text, session.encoding), kind: 'report', isOpen: false };
  }
}

/** The lexicon files of the same site, this one as it is being written. */
export function* sitePacks(
  session: Session,
  opened: OpenedLexicon,
): Generator<{ pack: PackFile; document: OpenDocument; isOpen: boolean }> {
  const { vocabulary, document } = opened;
  yield { pack: vocabulary.pack, document, isOpen: true };
  const site = session.sites.at(session.folderOf(document.uri));
  for (const pack of site?.site.packs ?? []) {
    if (pack.file === document.uri) continue;
    const other = session.openedLexicon(pack.file);
    yield other === undefined
      ? { pack, document: new OpenDocument(pack.file, '', 0, pack.text, session.encoding), isOpen: false }
      : { pack: other.vocabulary.pack, document: other.document, isOpen: true };
  }
}
