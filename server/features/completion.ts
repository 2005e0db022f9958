import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  MarkupKind,
} from 'vscode-languageserver';
import type { ItemKind, CompletionItem as Proposed } from '../../language/assist/completion.ts';
import { termPage } from '../../language/assist/term-page.ts';
import type { Category } from '../../language/lexicon/term.ts';
import type { OpenDocument } from '../document.ts';
import { guarded, run } from '../run.ts';
import type { Opened, OpenedRules, Session } from '../session.ts';

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
  rule: CompletionItemKind.Constant,
  keyword: CompletionItemKind.Keyword,
  variable: CompletionItemKind.Variable,
};

const NONE: CompletionList = { items: [], isIncomplete: false };

export function completion(session: Session): void {
  session.connection.onCompletion(
    run(
      session,
      'completion',
      NONE,
      (opened, params: CompletionParams) => complete(session, opened, params),
      (opened, params) => completeRules(session, opened, params),
    ),
  );
  session.connection.onCompletionResolve((item) => guarded(session, 'completion documentation', item, () => documented(session, item)));
}

function complete(session: Session, { assist, snapshot, document }: Opened, { position, context }: CompletionParams): CompletionList {
  const offset = document.offsetAt(position);
  const { items, isIncomplete } = assist.complete(snapshot, {
    offset,
    asked: context?.triggerKind !== CompletionTriggerKind.TriggerCharacter,
  });
  return { isIncomplete, items: toItems(session, items, offset, document) };
}

function completeRules(session: Session, { assist, reading, document }: OpenedRules, { position }: CompletionParams): CompletionList {
  const offset = document.offsetAt(position);
  const { items, isIncomplete } = assist.complete(reading, offset);
  return { isIncomplete, items: toItems(session, items, offset, document) };
}

function toItems({ capabilities }: Session, items: readonly Proposed[], offset: number, document: OpenDocument): CompletionItem[] {
  const replaces = capabilities.textDocument?.completion?.completionItem?.insertReplaceSupport === true;
  return items.map((item) => toItem(item, offset, document, replaces));
}

/** Clients that know no difference between inserting and replacing insert: no word behind the cursor is lost. */
function toItem(
  { label, insertText, replace, detail, kind, sortText, filterText, term }: Proposed,
  offset: number,
  document: OpenDocument,
  replaces: boolean,
): CompletionItem {
  const range = document.rangeOf({ start: replace.start, end: offset });
  const data: ItemData | undefined = term && { uri: document.uri, term: term.id, category: term.category };
  return {
    label,
    kind: KINDS[kind],
    detail,
    sortText,
    filterText,
    textEdit: replaces ? { newText: insertText, insert: range, replace: document.rangeOf(replace) } : { newText: insertText, range },
    ...(data === undefined ? {} : { data }),
  };
}

function documented(session: Session, item: CompletionItem): CompletionItem {
  const data = item.data as ItemData | undefined;
  const term = data === undefined ? undefined : session.languageOf(data.uri).lexicon.term(data.term, data.category);
  return term === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: termPage(term) } };
}
