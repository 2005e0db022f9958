import assert from 'node:assert/strict';
import { createLanguage } from '../../language/language.ts';
import { testRules } from '../../language/rules/test.ts';
import { packs, rules as sources, templates } from '../../packs/emh.ts';

const language = createLanguage({ packs, rules: sources, templates });
describe('the rules that ship', () => {
  it('compile without a problem', () => {
    assert.deepEqual(language.problems, []);
  });

  for (const rule of language.rules) {
    describe(rule.id, () => {
      it('has at least two good and two bad examples', () => {
        assert.ok(rule.good.length >= 2 && rule.bad.length >= 2);
      });

      it('does what its examples say', () => {
        const failures = testRules([rule], language.rules, (text) => language.read(text).diagnostics);
        assert.deepEqual(
          failures.map(({ line, message, text }) => `${rule.file}:${line} ${message}\n${text}`),
          [],
        );
      });
    });
  }
});
