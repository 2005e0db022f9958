import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Snapshot } from '../../language/language.ts';
import type { Diagnostic as Found } from '../../language/text/diagnostic.ts';
import type { PlacedText } from '../document-part.ts';
import { ruleDiagnostics } from '../rule-files/diagnostics.ts';
import { guarded, run } from '../run.ts';
import type { Opened, OpenedRules, Session } from '../session.ts';
import { codeDescriptions } from './code-description.ts';

/** What goes with a diagnostic for clients that want it: why the rule holds, and what code actions would offer. */
export interface DiagnosticData {
  readonly because: string;
  readonly fixes: readonly { readonly title: string; readonly sure: boolean }[];
}

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** Whether the client asks for diagnostics, and can be told to ask again; the others are sent them. */
export const isPulling = ({ textDocument, workspace }: ClientCapabilities): boolean =>
  textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;

/** Registers diagnostics, pulled or pushed; gives what to call when all must be made anew. */
export function diagnostics(session: Session): () => void {
  const { connection, documents } = session;
  const answer = (opened: Opened | OpenedRules, params: DocumentDiagnosticParams) => pulled(session, opened, params);
  connection.languages.diagnostics.on(
    run(session, 'diagnostics', { kind: DocumentDiagnosticReportKind.Full, items: [] } as DocumentDiagnosticReport, answer, answer),
  );
  const push = pusher(session);
  documents.onDidChangeContent(({ document }) => push(document.uri));
  documents.onDidClose(({ document }) => {
    // What is wrong in a site's rule file is shown as long as the file is there: see the site.
    if (!isPulling(session.capabilities)) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return () => {
    if (isPulling(session.capabilities)) connection.languages.diagnostics.refresh();
    for (const uri of documents.keys()) push(uri);
  };
}

function pulled(session: Session, opened: Opened | OpenedRules, { previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport {
  if (previousResultId === opened.id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: opened.id };
  return { kind: DocumentDiagnosticReportKind.Full, resultId: opened.id, items: diagnosticsOf(session, opened) };
}

/** Sends a document's diagnostics soon; changes that come before that cost nothing of their own. */
function pusher(session: Session): (uri: string) => void {
  const waiting = new Set<string>();
  const push = (uri: string): void => {
    if (isPulling(session.capabilities) || waiting.has(uri)) return;
    waiting.add(uri);
    session.environment.defer(() => {
      waiting.delete(uri);
      const waits = session.lookUpSite(uri);
      if (waits !== null) return void waits.then(() => push(uri));
      const opened = guarded(session, 'diagnostics', undefined, () => session.opened(uri) ?? session.openedRules(uri));
      if (opened === undefined) return;
      const found = guarded(session, 'diagnostics', [], () => diagnosticsOf(session, opened));
      void session.connection.sendDiagnostics({ uri, version: opened.document.version, diagnostics: found });
    });
  };
  return push;
}

export function diagnosticsOf(session: Session, opened: Opened | OpenedRules): Diagnostic[] {
  if ('reading' in opened) return ruleDiagnostics(opened);
  const descriptions = codeDescriptions(session, opened.language);
  const wantsData = takesData(session.capabilities);
  return opened.reports.flatMap((report) => ofReport(report, descriptions, wantsData));
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
const kept = new WeakMap<Snapshot, Kept>();

/** Made anew only where the report says something else, or stands at other lines. */
function ofReport({ snapshot, document }: Opened, descriptions: Descriptions, wantsData: boolean): readonly Diagnostic[] {
  const { line } = document.positionAt(0);
  const before = kept.get(snapshot);
  if (before?.line === line && before.uri === document.uri && before.descriptions === descriptions) return before.items;
  const items = snapshot.diagnostics.map((found) => {
    const codeDescription = descriptions.get(found.rule);
    const { data, ...own } = toDiagnostic(found, document);
    return { ...own, ...(wantsData ? { data } : {}), ...(codeDescription === undefined ? {} : { codeDescription }) };
  });
  kept.set(snapshot, { line, uri: document.uri, descriptions, items });
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
