import {
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Diagnostic as Found } from '../../language/text/diagnostic.ts';
import type { PlacedText } from '../document-part.ts';
import { together } from '../kept-lists.ts';
import { lexiconDiagnostics } from '../lexicon-files/diagnostics.ts';
import { ruleDiagnostics } from '../rule-files/diagnostics.ts';
import { guarded, run } from '../run.ts';
import type { Opened, OpenedLexicon, OpenedRules, Session } from '../session.ts';
import { SEVERITY } from '../severity.ts';
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

/** Registers diagnostics, pulled or pushed; gives what to call when all must be made anew. */
export function diagnostics(session: Session): () => void {
  const { connection, documents, environment } = session;
  const { reportDiagnostics } = session;
  const waiting = new Set<string>();
  const resting = new Map<string, ReturnType<typeof setTimeout>>();

  /** Checks a slow report once typing rests, and has that shown. */
  const settleLater = (opened: Opened): void => {
    const { uri } = opened.document;
    clearTimeout(resting.get(uri));
    resting.set(
      uri,
      setTimeout(() => {
        resting.delete(uri);
        if (guarded(session, 'diagnostics', undefined, () => session.opened(uri)) !== opened) return;
        guarded(session, 'diagnostics', undefined, () => reportDiagnostics.settle(opened));
        if (isPulling(session.capabilities)) connection.languages.diagnostics.refresh();
        else push(uri);
      }, REST_MS),
    );
  };
  const answer = (opened: Opened | Authored, { previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport => {
    const { items, isFresh } = found(session, opened);
    const resultId = isFresh ? opened.id : `${opened.id} moved`;
    if (!isFresh) settleLater(opened as Opened);
    return previousResultId === resultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  };
  connection.languages.diagnostics.on(
    run(session, 'diagnostics', { kind: DocumentDiagnosticReportKind.Full, items: [] } as DocumentDiagnosticReport, answer, answer, answer),
  );
  const afterAll = (callback: () => void): void => environment.defer(() => environment.defer(callback));
  /** Sends a document's diagnostics soon; changes that come before that cost nothing of their own. */
  const push = (uri: string): void => {
    if (isPulling(session.capabilities) || waiting.has(uri)) return;
    waiting.add(uri);
    // What came together with the change, such as a completion that a person waits for, is answered first.
    afterAll(() => {
      waiting.delete(uri);
      const waits = session.lookUpSite(uri);
      if (waits !== null) return void waits.then(() => push(uri));
      const opened = guarded(
        session,
        'diagnostics',
        undefined,
        () => session.opened(uri) ?? session.openedRules(uri) ?? session.openedLexicon(uri),
      );
      if (opened === undefined) return;
      const { items, isFresh } = guarded(session, 'diagnostics', { items: [], isFresh: true }, () => found(session, opened));
      if (!isFresh) settleLater(opened as Opened);
      void connection.sendDiagnostics({ uri, version: opened.document.version, diagnostics: items });
    });
  };
  documents.onDidChangeContent(({ document }) => push(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(resting.get(uri));
    reportDiagnostics.forget(uri);
    // What is wrong in a site's rule file is shown as long as the file is there: see the site.
    if (!isPulling(session.capabilities)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return () => {
    if (isPulling(session.capabilities)) connection.languages.diagnostics.refresh();
    for (const uri of documents.keys()) push(uri);
  };
}

/** Of a document that nobody types in: all of them, of its text as it is. */
export function diagnosticsOf(session: Session, opened: Opened | Authored): Diagnostic[] {
  if (!('reading' in opened || 'vocabulary' in opened)) session.reportDiagnostics.settle(opened);
  return found(session, opened).items;
}

function found(session: Session, opened: Opened | Authored): { items: Diagnostic[]; isFresh: boolean } {
  if ('vocabulary' in opened) return { items: lexiconDiagnostics(opened), isFresh: true };
  if ('reading' in opened) return { items: ruleDiagnostics(opened), isFresh: true };
  const descriptions = codeDescriptions(session, opened.language);
  const wantsData = takesData(session.capabilities);
  const { found: all, isFresh } = session.reportDiagnostics.of(opened);
  return { items: together(opened.reports.map((report, i) => ofReport(report, all[i] ?? [], descriptions, wantsData))), isFresh };
}

/** Both ways of sending diagnostics have the capability under their own name; older protocol types know one. */
const takesData = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.publishDiagnostics?.dataSupport === true ||
  (textDocument?.diagnostic as { dataSupport?: boolean } | undefined)?.dataSupport === true;

/** What was last made of a report's diagnostics, and for which line of its document. */
interface Kept {
  readonly line: number;
  readonly uri: string;
  readonly descriptions: Descriptions;
  readonly items: readonly Diagnostic[];
}
type Descriptions = ReturnType<typeof codeDescriptions>;
const kept = new WeakMap<readonly Found[], Kept>();

/** Made anew only where the report says something else, or stands at other lines. */
function ofReport({ document }: Opened, own: readonly Found[], descriptions: Descriptions, wantsData: boolean): readonly Diagnostic[] {
  const { line } = document.positionAt(0);
  const before = kept.get(own);
  if (before?.line === line && before.uri === document.uri && before.descriptions === descriptions) return before.items;
  const items = own.map((each) => {
    const codeDescription = descriptions.get(each.rule);
    const { data, ...shown } = toDiagnostic(each, document);
    return { ...shown, ...(wantsData ? { data } : {}), ...(codeDescription === undefined ? {} : { codeDescription }) };
  });
  kept.set(own, { line, uri: document.uri, descriptions, items });
  return items;
}

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
