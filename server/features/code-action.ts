import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import type { ItemFix } from '../../language/impression/item-fixes.ts';
import type { Language, Snapshot } from '../../language/language.ts';
import type { Diagnostic as Found } from '../../language/text/diagnostic.ts';
import type { TextEdit } from '../../language/text/edit.ts';
import { overlaps, type Span } from '../../language/text/span.ts';
import type { PlacedText } from '../document-part.ts';
import { addWord } from '../lexicon-files/add-word.ts';
import { lexiconFindings, toLexiconDiagnostic } from '../lexicon-files/diagnostics.ts';
import { CodeActionKind } from '../protocol.ts';
import { run } from '../run.ts';
import type { Opened, OpenedLexicon, Session } from '../session.ts';
import { toDiagnostic } from './diagnostics.ts';
import { REWRITE, refactors } from './refactors.ts';
import { workspaceEdit } from './workspace-edit.ts';

export const QUICK_FIX = CodeActionKind.QuickFix;
/** Applies every fix that needs no person's choice. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.emh`;
/** Brings the impression in line with the findings. */
export const SYNC = `${CodeActionKind.Source}.syncImpression`;

export function codeActions(session: Session): void {
  session.connection.onCodeAction(
    run(
      session,
      'code actions',
      [] as CodeAction[],
      (opened, params: CodeActionParams) => actionsFor(session, opened, params),
      () => [],
      (opened, params) => lexiconFixes(session, opened, params),
    ),
  );
}

/** Quick fixes at the range; source actions where they are asked for by kind, and the impression's also where the range is in it. */
function actionsFor(session: Session, opened: Opened, { range, context }: CodeActionParams): CodeAction[] {
  const span = opened.document.spanOf(range);
  const wants = (kind: string): boolean => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? false;
  const edit = (edits: readonly TextEdit[]): WorkspaceEdit => toEdit(session, opened.document, edits);
  const actions: CodeAction[] = [];
  if (context.only === undefined || wants(QUICK_FIX))
    actions.push(...impressionFixes(opened, span, quickFixes(opened, span, context.diagnostics, edit), edit));
  if (context.only === undefined || wants(QUICK_FIX)) actions.push(...ownWords(session, opened, span));
  if (wants(FIX_ALL)) actions.push(...sourceAction('Apply all sure fixes', FIX_ALL, sureEdits(opened.snapshot.diagnostics), edit));
  if (wants(SYNC) || (context.only === undefined && isInImpression(opened.snapshot, span.start)))
    actions.push(...sourceAction('Bring the impression in line with the findings', SYNC, opened.snapshot.syncEdits, edit));
  if (context.only === undefined || context.only.some((only) => REWRITE.startsWith(only) || only.startsWith(REWRITE)))
    actions.push(...refactors(opened, span, context.only, edit));
  return actions;
}

/** Words that look misspelt and are the department's own. */
function ownWords(session: Session, opened: Opened, span: Span): CodeAction[] {
  const { snapshot, document } = opened;
  return snapshot.diagnostics
    .filter(({ rule, range }) => rule === 'spelling' && touches(range, span))
    .flatMap((found): CodeAction[] => {
      const words = document.text.slice(found.range.start, found.range.end);
      const edit = addWord(session, opened, words);
      if (edit === null) return [];
      const title = `Add "${words}" to the words of this site`;
      return [{ title, kind: QUICK_FIX, diagnostics: [toDiagnostic(found, document)], edit }];
    });
}

/** What mends a lexicon file. */
function lexiconFixes(session: Session, opened: OpenedLexicon, { range, context }: CodeActionParams): CodeAction[] {
  if (context.only?.every((only) => !QUICK_FIX.startsWith(only)) === true) return [];
  const { document } = opened;
  const span = document.spanOf(range);
  return lexiconFindings(opened)
    .filter((found) => touches(found.range, span))
    .flatMap((found) =>
      found.fixes.map(({ title, edits }) => ({
        title,
        kind: QUICK_FIX,
        diagnostics: [toLexiconDiagnostic(found, opened)],
        edit: toEdit(session, document, edits),
      })),
    );
}

export type MakeEdit = (edits: readonly TextEdit[]) => WorkspaceEdit;

/** What a rule offers, and the edits in offsets. */
interface QuickFix {
  readonly action: CodeAction;
  readonly edits: readonly TextEdit[];
}

function quickFixes({ snapshot, document }: Opened, span: Span, shown: readonly Diagnostic[], edit: MakeEdit): QuickFix[] {
  return snapshot.diagnostics
    .filter(({ range }) => touches(range, span))
    .flatMap((found) => {
      const own = toDiagnostic(found, document);
      const diagnostic = shown.find((d) => d.code === own.code && isSameRange(d, own)) ?? own;
      return found.fixes.map(
        ({ title, sure, edits }, i): QuickFix => ({
          edits,
          action: { title, kind: QUICK_FIX, diagnostics: [diagnostic], isPreferred: sure && i === 0, edit: edit(edits) },
        }),
      );
    });
}

/**
 * Quick fixes with the steps towards an impression in step. Where a rule's fix changes the words that such a step changes, the step alone
 * is offered for its diagnostic: it keeps to how the item is written. What settles a difference alone is preferred.
 */
function impressionFixes({ language, snapshot }: Opened, span: Span, quick: readonly QuickFix[], edit: MakeEdit): CodeAction[] {
  const steps = stepsOf(language, snapshot).filter(({ places }) => places.some((place) => touches(place, span)));
  const stepOf = (fix: QuickFix): ItemFix | undefined =>
    steps.find(
      ({ sure, edits }) => sure && fix.edits.length > 0 && fix.edits.every((own) => edits.some((e) => collide(own.range, e.range))),
    );
  const titles = new Set(quick.filter((fix) => stepOf(fix) === undefined).map(({ action }) => action.title));
  const kept = quick.filter((fix) => stepOf(fix) === undefined).map(({ action }) => action);
  const own = steps
    .filter(({ title }) => !titles.has(title))
    .map((step): CodeAction => {
      const diagnostics = quick.filter((fix) => stepOf(fix) === step).flatMap(({ action }) => action.diagnostics ?? []);
      const more = diagnostics.length === 0 ? {} : { diagnostics };
      return { title: step.title, kind: QUICK_FIX, ...more, ...(step.sure ? { isPreferred: true } : {}), edit: edit(step.edits) };
    });
  return [...own.filter(({ isPreferred }) => isPreferred), ...kept, ...own.filter(({ isPreferred }) => !isPreferred)];
}

/** The steps towards an impression in step; asked for wherever the cursor goes, and the same while the words are. */
const known = new WeakMap<Snapshot, readonly ItemFix[]>();

function stepsOf(language: Language, snapshot: Snapshot): readonly ItemFix[] {
  let steps = known.get(snapshot);
  if (steps === undefined) known.set(snapshot, (steps = language.itemFixes(snapshot)));
  return steps;
}

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

const isSameRange = (a: Diagnostic, b: Diagnostic): boolean =>
  a.range.start.line === b.range.start.line &&
  a.range.start.character === b.range.start.character &&
  a.range.end.line === b.range.end.line &&
  a.range.end.character === b.range.end.character;

const sourceAction = (title: string, kind: string, edits: readonly TextEdit[], edit: MakeEdit): CodeAction[] =>
  edits.length === 0 ? [] : [{ title, kind, edit: edit(edits) }];

/** The first sure fix of each diagnostic, but for those that would change words that an earlier one changes. */
function sureEdits(diagnostics: readonly Found[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fixes } of diagnostics) {
    const edits = fixes.find(({ sure }) => sure)?.edits ?? [];
    if (!edits.some((edit) => taken.some((other) => collide(edit.range, other.range)))) taken.push(...edits);
  }
  return taken;
}

/** Two edits of the same words, or two insertions at one place. */
const collide = (a: Span, b: Span): boolean => overlaps(a, b) || (a.start === b.start && a.end === b.end);

/** Whether a place begins in an impression. */
export const isInImpression = ({ reports }: Snapshot, start: number): boolean =>
  reports.some(({ outline }) =>
    outline.sections.some(({ id, range }) => id === 'impression' && range.start <= start && start <= range.end),
  );

const toEdit = (session: Session, document: PlacedText, edits: readonly TextEdit[]): WorkspaceEdit =>
  workspaceEdit(
    session,
    document,
    edits.map(({ range, text }) => ({ range: document.rangeOf(range), newText: text })),
  );
