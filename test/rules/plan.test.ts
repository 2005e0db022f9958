import assert from 'node:assert/strict';
import { createLanguage } from '../../language/language.ts';
import { EMPTY_ENV } from '../../language/rules/binding.ts';
import { checkReport } from '../../language/rules/check.ts';
import { compileRules } from '../../language/rules/compile.ts';
import { Facts } from '../../language/rules/facts.ts';
import { planOf } from '../../language/rules/plan.ts';
import type { PhraseReader } from '../../language/rules/rule.ts';
import { budgetFor, firings } from '../../language/rules/solve.ts';
import { packs, rules as sources } from '../../packs/emh.ts';
import { handReader, handReport } from './hand-made.ts';

const language = createLanguage({ packs, rules: sources });
const reader: PhraseReader = {
  ...handReader,
  term: (kind) => language.lexicon.term(kind, 'head'),
  implies: language.lexicon.implies,
};

/** Where the rules fire on a report made by hand, with the change that `change` makes to it. */
function fired(lines: string, text: string, change: (report: ReturnType<typeof handReport>['report']) => object = () => ({})) {
  const { rules } = compileRules([{ name: 'a.emhr', text: lines }], handReader);
  const { report, links } = handReport(text);
  const found = checkReport(rules, { ...report, ...change(report) }, links, text, {}, handReader);
  return found.map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`);
}

describe('which rules a report wakes', () => {
  it('puts no rule off that fires', () => {
    const plan = planOf(language.rules);
    const all = language.rules.map((rule) => planOf([rule]));
    let late = 0;
    for (const text of language.rules.flatMap(({ good, bad }) => [...good, ...bad].map((example) => example.text))) {
      const { reports, links } = language.read(text);
      for (const [i, report] of reports.entries()) {
        const facts = new Facts(report, links[i] ?? [], text, reader);
        const awake = new Set(plan.shownIn(plan.sightOf(facts), true).map(({ rule }) => rule.id));
        for (const alone of all) {
          const sight = alone.sightOf(facts);
          // All that a rule can ask of one look is there.
          sight.shown.fill(1);
          const [asleep] = alone.shownIn(sight, true);
          if (asleep === undefined || awake.has(asleep.rule.id) || asleep.rule.builtIn !== null) continue;
          late++;
          assert.deepEqual(firings(asleep, sight, budgetFor(100), EMPTY_ENV), [], `${asleep.rule.id} on ${text}`);
        }
      }
    }
    assert.ok(late > 100_000);
  }).timeout(60_000);

  it('looks for words where a part begins or ends in the middle of one', () => {
    const rule = 'rule a\nwhen any finding called F\nand statement of F mentions "mass"\nerror M';
    const cut = (start: number, end: number) => (report: ReturnType<typeof handReport>['report']) => ({
      outline: { ...report.outline, statements: report.outline.statements.map((statement) => ({ ...statement, range: { start, end } })) },
    });
    assert.deepEqual(fired(rule, 'Masses.'), []);
    assert.deepEqual(fired(rule, 'Masses.', cut(0, 4)), ['a: Mass']);
    assert.deepEqual(fired(rule, 'Submass.', cut(3, 7)), ['a: mass']);
  });

  it('looks for phrases by their words, and for marks that are none', () => {
    const asked = (words: string) => `rule a\nwhen mass called F\nand statement of F mentions ${words}\nerror M`;
    assert.deepEqual(fired(asked('"on the left side"'), 'Mass on the left side.'), ['a: Mass']);
    assert.deepEqual(fired(asked('"on the left side"'), 'Mass on the side left.'), []);
    assert.deepEqual(fired(asked('"left-side"'), 'Mass, left-side.'), ['a: Mass']);
    assert.deepEqual(fired(asked('"other" or "?"'), 'Mass (?).'), ['a: Mass']);
    assert.deepEqual(fired(asked('"?"'), 'Mass.'), []);
  });

  it('keeps apart what rules ask of the same words', () => {
    const rules =
      'rule a\nwhen any finding called A in impression, supported by B\nerror M\n\nrule b\nwhen any finding called A in impression\nerror M\n\nrule c\nwhen any finding called A in impression, unsupported\nerror M';
    assert.deepEqual(fired(rules, 'Mass.\nIMPRESSION\nMass.'), ['a: Mass', 'b: Mass']);
    assert.deepEqual(fired(rules, 'Mass.\nIMPRESSION\nSplenomegaly.'), ['b: Splenomegaly', 'c: Splenomegaly']);
  });

  it('compares an impression with what it rests on only where they state something differently', () => {
    const rule = 'rule a\nwhen any finding called A in impression, supported by B\nand side of A differs from side of B\nerror M';
    assert.deepEqual(fired(rule, 'Left mass.\nIMPRESSION\nRight mass.'), ['a: Right']);
    assert.deepEqual(fired(rule, 'Left mass.\nIMPRESSION\nMass.'), []);
    const missing = 'rule a\nwhen any finding called A in impression, supported by B\nexpect levels of A within levels of B\nerror M';
    assert.deepEqual(fired(missing, 'Mass at D4-D6.\nIMPRESSION\nMass at D5-D7.'), ['a: D5-D7']);
    assert.deepEqual(fired(missing, 'Mass at D4-D6.\nIMPRESSION\nMass at D5.'), []);
  });

  it('holds two mentions of a kind against each other only where they are stated in two ways', () => {
    const rule = 'rule a\nwhen any finding called F\nand the same finding as F called N, denied\nerror M';
    assert.deepEqual(fired(rule, 'Splenomegaly. No splenomegaly.'), ['a: Splenomegaly']);
    assert.deepEqual(fired(rule, 'Splenomegaly. No cord compression.'), []);
  });
});
