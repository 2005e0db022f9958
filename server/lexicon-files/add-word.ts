import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { addEntry, type NewEntry, newPackText } from '../../language/authoring/vocabulary/write.ts';
import type { PackFile } from '../../language/lexicon/pack-file.ts';
import { SITE_FOLDER } from '../../packs/site-file.ts';
import { OpenDocument } from '../document.ts';
import { workspaceEdit } from '../features/workspace-edit.ts';
import type { Opened, Session } from '../session.ts';

const USUAL = `${SITE_FOLDER}/lexicon/site.yaml`;

/**
 * The edit that makes a word of a report one of its site's own, which carries no meaning until somebody gives it one: in the site's only
 * lexicon or its `site.yaml`, which is made where there is none. Null where it is not clear in which, or the client cannot make files.
 */
export function addWord(session: Session, { document: { uri } }: Opened, words: string): WorkspaceEdit | null {
  const id = words.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  if (!/^[a-z0-9]/.test(id)) return null;
  const entry: NewEntry = { id, category: 'word', label: words.toLowerCase(), synonyms: [] };
  const site = session.sites.at(session.folderOf(uri));
  const packs = site?.site.packs ?? [];
  if (packs.length > 0) {
    const pack = packs.length === 1 ? packs[0] : packs.find(({ file }) => file.endsWith(`/${USUAL}`));
    return pack === undefined ? null : addTo(session, pack, entry);
  }
  const root = site?.root ?? session.folders.find((folder) => uri.startsWith(`${folder}/`));
  return root === undefined ? null : makeFile(session, `${root}/${USUAL}`, entry);
}

function addTo(session: Session, saved: PackFile, entry: NewEntry): WorkspaceEdit | null {
  const open = session.documents.get(saved.file);
  const pack = open === undefined || open.text === saved.text ? saved : session.openedLexicon(saved.file)?.vocabulary.pack;
  const edits = pack === undefined || pack.problems.length > 0 ? null : addEntry(pack, entry);
  if (pack === undefined || edits === null) return null;
  const document = open ?? new OpenDocument(pack.file, 'yaml', 0, pack.text, session.encoding);
  const changes = edits.map(({ range, text }) => ({ range: document.rangeOf(range), newText: text }));
  const edit = workspaceEdit(session, document, changes);
  // What is not open has no version.
  return open === undefined && edit.documentChanges !== undefined
    ? {
        documentChanges: edit.documentChanges.map((each) => ({
          ...(each as TextDocumentEdit),
          textDocument: { uri: pack.file, version: null },
        })),
      }
    : edit;
}

function makeFile({ capabilities }: Session, uri: string, entry: NewEntry): WorkspaceEdit | null {
  const { documentChanges, resourceOperations } = capabilities.workspace?.workspaceEdit ?? {};
  if (documentChanges !== true || resourceOperations?.includes('create') !== true) return null;
  const start = { line: 0, character: 0 };
  const text: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start, end: start }, newText: newPackText(entry) }],
  };
  return { documentChanges: [{ kind: 'create', uri }, text] };
}
