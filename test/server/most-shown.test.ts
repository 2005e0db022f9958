import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { createAssist } from '../../language/assist/assist.ts';
import { createLanguage } from '../../language/language.ts';
import { packs } from '../../packs/emh.ts';
import { OpenDocument } from '../../server/document.ts';
import { MOST_SHOWN, MostShown } from '../../server/most-shown.ts';
import { OpenedReport } from '../../server/opened.ts';

const language = createLanguage({ packs, rules: [] });
const REPORTS = 900;
const text = 'Mass.\n---\n'.repeat(REPORTS);
const parts = language.readParts(text);
const opened = new OpenedReport(
  new OpenDocument('file:///a.emh', 'emh', 1, text),
  parts,
  language,
  createAssist(language.lexicon, []),
  '1',
);

const told = (line: number, severity: DiagnosticSeverity): Diagnostic => ({
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
  severity,
  message: '',
});
/** Of each report one hint and, of every tenth, an error. */
const lists = parts.snapshots.map((_, i) => [
  told(2 * i, DiagnosticSeverity.Hint),
  ...(i % 10 === 0 ? [told(2 * i, DiagnosticSeverity.Error)] : []),
]);

describe('diagnostics of very many reports', () => {
  it('are all shown while an editor shows them', () => {
    const few = lists.slice(0, REPORTS / 2);
    assert.equal(new MostShown().of(opened, few, few.flat().length, 0), few);
  });

  it('are left out but for errors, for what fits and for the report that was changed last', () => {
    const many = [...lists, ...lists.slice(0, 200)];
    const shown = new MostShown().of(opened, many, many.flat().length, 1000);
    const flat = shown.flat();
    const count = (all: readonly Diagnostic[], severity: DiagnosticSeverity): number =>
      all.filter((each) => each.severity === severity).length;
    assert.equal(count(flat, DiagnosticSeverity.Error), count(many.flat(), DiagnosticSeverity.Error));
    assert.equal(shown[1000]?.length, many[1000]?.length);
    const note = flat.at(-1);
    assert.equal(note?.code, 'not-shown');
    // What fits, the hint of the changed report, and the note.
    assert.equal(flat.length, MOST_SHOWN + 2);
    assert.match(String(note.message), new RegExp(`\\b${many.flat().length - MOST_SHOWN - 1} infos and hints\\b`));
  });

  it('of one report are all shown, however many they are', () => {
    const one = [lists.flat().concat(lists.flat())];
    assert.equal(new MostShown().of(opened, one, one.flat().length, 0), one);
  });

  it('keep their lists from one answer to the next', () => {
    const mostShown = new MostShown();
    const many = [...lists, ...lists];
    const [before = [], after = []] = [1, 2].map(() => mostShown.of(opened, many, many.flat().length, 0));
    assert.ok(before.slice(0, -1).every((list, i) => list === after[i]));
  });
});
