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

  it('holds nothing of what was read to check one of very many', () => {
    const asked: string[] = [];
    const named = (text: string, found: string): Snapshot =>
      ({
        text,
        get diagnostics() {
          asked.push(text);
          return [{ rule: found }];
        },
      }) as unknown as Snapshot;
    const many = Array.from({ length: 50 }, (_, i) => named(`report ${i}`, 'own'));
    const language = { read: (text: string) => named(`${text}, read anew`, 'anew') };
    const document = { uri: 'file:///a.emh' };
    const reports = new ReportDiagnostics();
    const all = { document, language, snapshots: many } as unknown as Opened;
    assert.ok(reports.settle(all));
    assert.deepEqual(
      asked,
      many.map(({ text }) => `${text}, read anew`),
    );
    assert.deepEqual(
      reports.of(all).found.map(([first]) => first?.rule),
      many.map(() => 'anew'),
    );
  });

  it('goes on where it was when there was no more time, and comes to what was typed above', () => {
    const reports = new ReportDiagnostics();
    const all = [report('a', 20), report('b', 20), report('c', 20)];
    assert.equal(reports.settle(opened(...all), 1), false);
    const typed = opened(report('ax', 20), ...all.slice(1));
    for (let turns = 1; !reports.settle(typed, 1); turns++) assert.ok(turns <= 3);
    assert.equal(reports.of(typed).unsettled, 0);
  });
});
