import type { CancellationToken, DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { type Comparison, comparisonsIn, isReportOf } from '../../language/assist/comparisons.ts';
import { ListsOfReports } from '../kept-lists.ts';
import { guarded, guardedLater } from '../run.ts';
import type { Opened, Session } from '../session.ts';
import { workspaceReports } from '../workspace-reports.ts';

/** From the date of a comparison to the report of that study, where such a report lies in the same folder. */
export function documentLinks(session: Session): void {
  const lists = new ListsOfReports(({ snapshot, language }: Opened) => comparisonsIn(snapshot, language.lexicon));
  session.documents.onDidClose(({ document }) => lists.forget(document.uri));
  const named = (opened: Opened, all: readonly (readonly Comparison[])[]): Named[] =>
    all.flatMap((comparisons, i) => comparisons.map((comparison) => ({ comparison, report: opened.reportAt(i) })));
  session.connection.onDocumentLinks(async ({ textDocument: { uri } }: DocumentLinkParams, token) => {
    await session.lookUpSite(uri);
    const opened = guarded(session, 'links', undefined, () => session.opened(uri));
    if (opened === undefined) return [];
    const comparisonsOf = lists.inTurns(session, opened, opened.snapshots);
    const all = named(opened, await guardedLater(session, 'links', [], comparisonsOf));
    if (all.length === 0) return [];
    const comparisons = all.map(({ comparison }) => comparison);
    const beside = await reportsBeside(session, uri, comparisons, token);
    return all.flatMap(({ comparison, report }) => linkTo(comparison, report, beside));
  });
}

/** A comparison, and the report that names it. */
interface Named {
  readonly comparison: Comparison;
  readonly report: Opened;
}

/** The other reports of the folder that may be meant. */
async function reportsBeside(
  session: Session,
  uri: string,
  comparisons: readonly Comparison[],
  token: CancellationToken,
): Promise<Opened[]> {
  const folder = session.folderOf(uri);
  const found: Opened[] = [];
  for await (const other of workspaceReports(session, token, folder)) {
    if (other.document.uri === uri || session.folderOf(other.document.uri) !== folder) continue;
    const isMeant = guarded(session, 'links', false, () => comparisons.some((each) => isOn(other, each)));
    if (isMeant) found.push(other);
  }
  return found;
}

const isOn = ({ snapshot }: Opened, comparison: Comparison): boolean => snapshot.reports.some((report) => isReportOf(report, comparison));

/** Of several, the one that is named most like this report, then the shortest name. */
function linkTo(comparison: Comparison, { document }: Opened, beside: readonly Opened[]): DocumentLink[] {
  const likeness = (uri: string): number => {
    const differs = [...uri].findIndex((unit, i) => unit !== document.uri[i]);
    return differs < 0 ? uri.length : differs;
  };
  const [first] = beside
    .filter((other) => isOn(other, comparison))
    .map((other) => other.document.uri)
    .sort((a, b) => likeness(b) - likeness(a) || a.length - b.length);
  if (first === undefined) return [];
  const name = decodeURIComponent(first.split('/').at(-1) ?? '');
  return [{ range: document.rangeOf(comparison.range), target: first, tooltip: `A report of that day: ${name}` }];
}
