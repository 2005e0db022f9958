import type { CancellationToken, SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { findFindings } from '../../language/assist/find-findings.ts';
import { guarded } from '../run.ts';
import type { Session } from '../session.ts';
import { workspaceReports } from '../workspace-reports.ts';
import { KINDS } from './document-symbol.ts';

/** More than a person reads through. */
const MOST = 500;

/** Findings of all reports of the workspace, by their words. */
export function workspaceSymbols(session: Session): void {
  session.connection.onWorkspaceSymbol(async ({ query }: WorkspaceSymbolParams, token: CancellationToken, progress) => {
    const found: SymbolInformation[] = [];
    progress.begin('Searching reports', undefined, undefined, true);
    for await (const { document: whole, reports } of workspaceReports(session, token)) {
      const here = guarded(session, 'workspace symbols', [], () =>
        reports.flatMap(({ snapshot, language, document }) =>
          findFindings(snapshot, language.lexicon, query).map((each) => ({ ...each, document })),
        ),
      );
      const file = decodeURIComponent(whole.uri.split('/').at(-1) ?? '');
      for (const { symbol, container, document } of here)
        found.push({
          name: symbol.detail === '' ? symbol.name : `${symbol.name} ${symbol.detail}`,
          kind: KINDS.finding,
          containerName: container === '' ? file : `${file}: ${container}`,
          location: { uri: document.uri, range: document.rangeOf(symbol.selection) },
        });
      progress.report(`${found.length} findings`);
      if (found.length >= MOST) break;
    }
    progress.done();
    return found.slice(0, MOST);
  });
}
