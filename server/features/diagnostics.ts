import type { ClientCapabilities, Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Diagnostic as Found } from '../../language/text/diagnostic.ts';
import type { PlacedText } from '../document-part.ts';
import { ListsOfReports, together } from '../kept-lists.ts';
import { lexiconDiagnostics } from '../lexicon-files/diagnostics.ts';
import { MostShown } from '../most-shown.ts';
import { DocumentDiagnosticReportKind } from '../protocol.ts';
import { refresh } from '../refresh.ts';
import type { ToldOfReports } from '../report-diagnostics.ts';
import { ruleDiagnostics } from '../rule-files/diagnostics.ts';
import { guarded, run } from '../run.ts';
import type { Opened, OpenedLexicon, OpenedRules, Session } from '../session.ts';
import { SEVERITY } from '../severity.ts';
import { ToldBefore } from '../told-before.ts';
import { TURN_MS } from '../turns.ts';
import { codeDescriptions } from './code-description.ts';

/** What goes with a diagnostic for clients that want it: why the rule holds, and what code actions would offer. */
export interface DiagnosticData {
  readonly because: string;
  readonly fixes: readonly { readonly title: string; readonly sure: boolean }[];
}

/** Whether the client asks for diagnostics, and can be told to ask again; the others are sent them. */
export const isPulling = ({ textDocument, workspace }: ClientCapabilities): boolean =>
  textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;

type Authored = OpenedRules | OpenedLexicon;

/** How long typing must rest before a report that is slow to check is checked, in milliseconds. */
const REST_MS = 200;

/** How long reports of a long document are checked before what is known so far is shown, in milliseconds. */
const SHOW_MS = 1000;

/** Registers diagnostics, pulled or pushed; gives what to call when all must be made anew. */
export function diagnostics(session: Session): () => void {
  const { connection, documents, environment } = session;
  const { reportDiagnostics, turns } = session;
  const kept = keptFor(session);
  const toldBefore = new ToldBefore();
  const waiting = new Set<string>();
  const resting = new Map<string, { readonly opened: Opened; readonly timer: ReturnType<typeof setTimeout> }>();

  /** Has a document's diagnostics shown again. */
  const show = (uri: string): void => {
    if (isPulling(session.capabilities)) refresh(session, 'diagnostics');
    else push(uri);
  };
  const settling = new Set<string>();
  /** Checks the reports of a long document that are still to be checked, in turns with what else is asked. */
  const settleInTurns = async (uri: string): Promise<void> => {
    if (settling.has(uri)) return;
    settling.add(uri);
    let shown = performance.now();
    for (let isDone = false; !isDone; ) {
      await turns.next();
      const opened = guarded(session, 'diagnostics', undefined, () => session.opened(uri));
      isDone = opened === undefined || guarded(session, 'diagnostics', false, () => reportDiagnostics.settle(opened, TURN_MS));
      if (isDone) settling.delete(uri);
      if (opened === undefined || (!isDone && performance.now() - shown < SHOW_MS)) continue;
      shown = performance.now();
      show(uri);
    }
  };
  /** Has checked what is left of a document, if anything is. */
  const settleRest = (opened: Opened | Authored, { unsettled, isPartial }: Pick<ToldOfReports, 'unsettled' | 'isPartial'>): void => {
    if (isPartial) void settleInTurns(opened.document.uri);
    else if (unsettled > 0) settleLater(opened as Opened);
  };
  /** Checks a slow report once typing rests, and has that shown. */
  const settleLater = (opened: Opened): void => {
    const { uri } = opened.document;
    const before = resting.get(uri);
    // Who asks again and again of the same text does not type.
    if (before?.opened === opened) return;
    clearTimeout(before?.timer);
    const timer = setTimeout(() => {
      resting.delete(uri);
      if (guarded(session, 'diagnostics', undefined, () => session.opened(uri)) !== opened) return;
      guarded(session, 'diagnostics', undefined, () => reportDiagnostics.settle(opened));
      show(uri);
    }, REST_MS);
    resting.set(uri, { opened, timer });
  };
  const answer = (opened: Opened | Authored, { previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport => {
    const { items, ...told } = found(session, opened, kept);
    settleRest(opened, told);
    const holding = toldBefore.holding(opened.document, items, previousResultId);
    if (holding !== null) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: holding };
    const resultId = told.unsettled === 0 ? opened.id : `${opened.id}, but ${told.unsettled}`;
    toldBefore.tell(opened.document, items, resultId);
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  };
  connection.languages.diagnostics.on(
    run(session, 'diagnostics', { kind: DocumentDiagnosticReportKind.Full, items: [] } as DocumentDiagnosticReport, answer, answer, answer),
  );
  const afterAll = (callback: () => void): void => environment.defer(() => environment.defer(callback));
  /** Sends a document's diagnostics soon; changes that come before that cost nothing of their own. */
  const push = (uri: string): void => {
    if (isPulling(session.capabilities) || waiting.has(uri)) return;
    waiting.add(uri);
    const told = turns.await();
    // What came together with the change, such as a completion that a person waits for, is answered first.
    afterAll(() => {
      waiting.delete(uri);
      told();
      const waits = session.lookUpSite(uri);
      if (waits !== null) return void waits.then(() => push(uri));
      const opened = guarded(
        session,
        'diagnostics',
        undefined,
        () => session.opened(uri) ?? session.openedRules(uri) ?? session.openedLexicon(uri),
      );
      if (opened === undefined) return;
      const { items, ...left } = guarded(session, 'diagnostics', { items: [], ...SETTLED }, () => found(session, opened, kept));
      settleRest(opened, left);
      void connection.sendDiagnostics({ uri, version: opened.document.version, diagnostics: items });
    });
  };
  const seen = new Set<string>();
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (seen.has(uri)) turns.typed();
    seen.add(uri);
    push(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    seen.delete(uri);
    clearTimeout(resting.get(uri)?.timer);
    resting.delete(uri);
    reportDiagnostics.forget(uri);
    kept.lists.forget(uri);
    kept.mostShown.forget(uri);
    toldBefore.forget(uri);
    // What is wrong in a site's rule file is shown as long as the file is there: see the site.
    if (!isPulling(session.capabilities)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return () => {
    if (isPulling(session.capabilities)) refresh(session, 'diagnostics');
    for (const uri of documents.keys()) push(uri);
  };
}

/** Of a document that nobody types in: all of them, of its text as it is. */
export function diagnosticsOf(session: Session, opened: Opened | Authored): Diagnostic[] {
  if (!('reading' in opened || 'vocabulary' in opened)) session.reportDiagnostics.settle(opened);
  return found(session, opened, keptFor(session)).items;
}

/** What to show of a document, with lists kept for the next time that it is asked for. */
function found(
  { reportDiagnostics }: Session,
  opened: Opened | Authored,
  { lists, mostShown }: KeptDiagnostics,
): { items: Diagnostic[]; unsettled: number; isPartial: boolean } {
  if ('vocabulary' in opened) return { items: lexiconDiagnostics(opened), ...SETTLED };
  if ('reading' in opened) return { items: ruleDiagnostics(opened), ...SETTLED };
  const { found: all, changed, ...rest } = reportDiagnostics.of(opened);
  const made = lists.of(opened, all);
  return { items: together(mostShown.of(opened, made, lists.countOf(opened.document.uri), changed)), ...rest };
}

const SETTLED = { unsettled: 0, isPartial: false };

/** What was made for the last answer about each document. */
interface KeptDiagnostics {
  readonly lists: ListsOfReports<readonly Found[], Diagnostic>;
  readonly mostShown: MostShown;
}

function keptFor(session: Session): KeptDiagnostics {
  const lists = new ListsOfReports(({ document, language }: Opened, found: readonly Found[]) => {
    if (found.length === 0) return NONE;
    const descriptions = codeDescriptions(session, language);
    const wantsData = takesData(session.capabilities);
    return found.map((each) => {
      const codeDescription = descriptions.get(each.rule);
      const { data, ...shown } = toDiagnostic(each, document);
      return { ...shown, ...(wantsData ? { data } : {}), ...(codeDescription === undefined ? {} : { codeDescription }) };
    });
  });
  return { lists, mostShown: new MostShown() };
}

const NONE: readonly Diagnostic[] = [];

/** Both ways of sending diagnostics have the capability under their own name; older protocol types know one. */
const takesData = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.publishDiagnostics?.dataSupport === true ||
  (textDocument?.diagnostic as { dataSupport?: boolean } | undefined)?.dataSupport === true;

export function toDiagnostic({ rule, severity, message, range, related, fixes, because }: Found, document: PlacedText): Diagnostic {
  const data: DiagnosticData = { because, fixes: fixes.map(({ title, sure }) => ({ title, sure })) };
  return {
    range: document.rangeOf(range),
    severity: SEVERITY[severity],
    code: rule,
    source: 'emh',
    message,
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((place) => ({
            message: place.message,
            location: { uri: document.uri, range: document.rangeOf(place.range) },
          })),
        }),
    data,
  };
}
