import type { CompletionItem, CompletionList, CompletionParams, InsertReplaceEdit, Range, TextEdit } from 'vscode-languageserver';
import type { ItemKind, CompletionItem as Proposed } from '../../language/assist/completion.ts';
import { termPage } from '../../language/assist/term-page.ts';
import { completeTemplate } from '../../language/authoring/template/completion.ts';
import { completeLexicon } from '../../language/authoring/vocabulary/completion.ts';
import type { Category } from '../../language/lexicon/term.ts';
import type { Span } from '../../language/text/span.ts';
import { holdsTemplate } from '../document-kind.ts';
import type { PlacedText } from '../document-part.ts';
import { CompletionItemKind, CompletionTriggerKind } from '../protocol.ts';
import { guarded, run } from '../run.ts';
import type { Opened, OpenedLexicon, OpenedRules, Session } from '../session.ts';
import { page } from './page.ts';

/** Names an item's term, for its documentation. */
interface ItemData {
  readonly uri: string;
  readonly term: string;
  readonly category: Category;
}

const KINDS: Readonly<Record<ItemKind, CompletionItemKind>> = {
  header: CompletionItemKind.Property,
  heading: CompletionItemKind.Module,
  topic: CompletionItemKind.Field,
  level: CompletionItemKind.EnumMember,
  sequence: CompletionItemKind.Enum,
  intensity: CompletionItemKind.Value,
  reference: CompletionItemKind.Reference,
  pattern: CompletionItemKind.Snippet,
  severity: CompletionItemKind.Value,
  attribute: CompletionItemKind.Property,
  term: CompletionItemKind.Text,
  communication: CompletionItemKind.Text,
  rule: CompletionItemKind.Constant,
  keyword: CompletionItemKind.Keyword,
  variable: CompletionItemKind.Variable,
  choice: CompletionItemKind.EnumMember,
};

const NONE: CompletionList = { items: [], isIncomplete: false };

export function completion(session: Session): void {
  session.connection.onCompletion(
    run(
      session,
      'completion',
      NONE,
      (opened, params: CompletionParams) => inTemplate(session, opened, params) ?? complete(session, opened, params),
      (opened, params) => completeRules(session, opened, params),
      (opened, params) => completeWords(session, opened, params),
    ),
  );
  session.connection.onCompletionResolve((item) => guarded(session, 'completion documentation', item, () => documented(session, item)));
}

function complete(session: Session, { assist, snapshot, document }: Opened, { position, context }: CompletionParams): CompletionList {
  const offset = document.offsetAt(position);
  const { items, isIncomplete } = assist.complete(snapshot, {
    offset,
    // Right behind a bracket there is always something to say.
    asked: context?.triggerKind !== CompletionTriggerKind.TriggerCharacter || context.triggerCharacter === '[',
    isTemplate: holdsTemplate(document),
  });
  return toList(session, items, isIncomplete, offset, document);
}

/** What a template has and no report. */
function inTemplate(session: Session, { document, language }: Opened, { position }: CompletionParams): CompletionList | null {
  const opened = session.openedTemplate(document.uri);
  if (opened === undefined) return null;
  const offset = document.offsetAt(position);
  const { lexicon, templates, rules } = language;
  const found = completeTemplate(opened.template, offset, { lexicon, templates: templates.all, rules });
  return found && toList(session, found.items, found.isIncomplete, offset, document);
}

function completeRules(session: Session, { assist, reading, document }: OpenedRules, { position }: CompletionParams): CompletionList {
  const offset = document.offsetAt(position);
  const { items, isIncomplete } = assist.complete(reading, offset);
  return toList(session, items, isIncomplete, offset, document);
}

function completeWords(session: Session, { vocabulary, parse, document }: OpenedLexicon, { position }: CompletionParams): CompletionList {
  const offset = document.offsetAt(position);
  const { items, isIncomplete } = completeLexicon(vocabulary, offset, parse);
  return toList(session, items, isIncomplete, offset, document);
}

/** Clients that know no difference between inserting and replacing insert: no word behind the cursor is lost. */
function toList(
  { capabilities }: Session,
  items: readonly Proposed[],
  isIncomplete: boolean,
  offset: number,
  document: PlacedText,
): CompletionList {
  const { completionItem, completionList } = capabilities.textDocument?.completion ?? {};
  const isReplacing = completionItem?.insertReplaceSupport === true;
  const editRange = (replace: Span): EditRange => {
    const insert = document.rangeOf({ start: replace.start, end: offset });
    return isReplacing ? { insert, replace: document.rangeOf(replace) } : insert;
  };
  // The first item's place, which most share, is told once, where the client takes that.
  const shared = completionList?.itemDefaults?.includes('editRange') === true ? items[0]?.replace : undefined;
  const isShared = ({ replace }: Proposed): boolean => replace.start === shared?.start && replace.end === shared.end;
  return {
    isIncomplete,
    ...(shared === undefined ? {} : { itemDefaults: { editRange: editRange(shared) } }),
    items: items.map((item) => ({
      ...toItem(item, document),
      ...(isShared(item) ? { textEditText: item.insertText } : { textEdit: toTextEdit(item.insertText, editRange(item.replace)) }),
    })),
  };
}

type EditRange = Range | { readonly insert: Range; readonly replace: Range };

const toTextEdit = (newText: string, range: EditRange): TextEdit | InsertReplaceEdit =>
  'insert' in range ? { newText, ...range } : { newText, range };

/** Without what it writes, and where. */
function toItem({ label, detail, kind, sortText, filterText, term }: Proposed, document: PlacedText): CompletionItem {
  const data: ItemData | undefined = term && { uri: document.uri, term: term.id, category: term.category };
  return { label, kind: KINDS[kind], detail, sortText, filterText, ...(data === undefined ? {} : { data }) };
}

function documented(session: Session, item: CompletionItem): CompletionItem {
  const data = item.data as ItemData | undefined;
  const term = data === undefined ? undefined : session.languageOf(data.uri).lexicon.term(data.term, data.category);
  return term === undefined
    ? item
    : { ...item, documentation: page(termPage(term), session.capabilities.textDocument?.completion?.completionItem?.documentationFormat) };
}
