import assert from 'node:assert/strict';
import { createLanguage } from '../../language/language.ts';
import { compileRules } from '../../language/rules/compile.ts';
import type { Rule } from '../../language/rules/rule.ts';
import { testRules } from '../../language/rules/test.ts';
import { packs, rules as sources } from '../../packs/emh.ts';

const language = createLanguage({ packs, rules: sources });
const compiled = compileRules(sources, {
  readPhrase: (text) => language.read(text).reports.flatMap((report) => report.findings),
  term: (kind) => language.lexicon.term(kind, 'head'),
});

describe('the rules that ship', () => {
  it('compile without a problem', () => {
    assert.deepEqual(compiled.problems, []);
    assert.deepEqual(language.problems, []);
  });

  for (const rule of compiled.rules as readonly Rule[]) {
    describe(rule.id, () => {
      it('has at least two good and two bad examples', () => {
        assert.ok(rule.good.length >= 2 && rule.bad.length >= 2);
      });

      it('does what its examples say', () => {
        const failures = testRules([rule], (text) => language.read(text).diagnostics);
        assert.deepEqual(
          failures.map(({ line, message, text }) => `${rule.file}:${line} ${message}\n${text}`),
          [],
        );
      });
    });
  }
});
