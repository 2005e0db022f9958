import assert from 'node:assert/strict';
import type { Snapshot } from '../../language/language.ts';
import type { Opened } from '../../server/opened.ts';
import { ReportDiagnostics } from '../../server/report-diagnostics.ts';

/** A report without diagnostics; `ms` is what it takes to find that out. */
function report(text: string, ms = 0): Snapshot {
  return {
    text,
    get diagnostics() {
      const until = performance.now() + ms;
      while (performance.now() < until);
      return [];
    },
  } as unknown as Snapshot;
}

const opened = (...snapshots: Snapshot[]): Opened => ({ document: { uri: 'file:///a.emh' }, snapshots }) as unknown as Opened;

describe('what is told of reports', () => {
  it('names the one that is typed in also while others are still to be checked', () => {
    const reports = new ReportDiagnostics();
    const [a, b, c] = [report('a', 40), report('b'), report('c')];
    assert.ok(reports.of(opened(a, b, c)).isPartial);
    const typed = opened(a, b, report('cx'));
    assert.equal(reports.of(typed).changed, 2);
    assert.ok(reports.settle(typed));
    const { changed, unsettled } = reports.of(typed);
    assert.deepEqual([changed, unsettled], [2, 0]);
  });

  it('names no other when one is taken away', () => {
    const reports = new ReportDiagnostics();
    const [a, b, c] = [report('a'), report('b'), report('c')];
    reports.of(opened(a, b, c));
    assert.equal(reports.of(opened(a, b, report('cx'))).changed, 2);
    assert.equal(reports.of(opened(a, b)).changed, 1);
  });
});
