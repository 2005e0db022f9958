import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createLanguage } from '../../language/language.ts';
import { packs, rules as sources } from '../../packs/emh.ts';

interface Entry {
  readonly id: string;
  readonly catalogue: string;
  readonly severity: string;
  readonly group: string;
}

const catalogue = JSON.parse(readFileSync(new URL('catalogue.json', import.meta.url), 'utf8')) as readonly Entry[];
const page = readFileSync(new URL('../../docs/rules-left-out.md', import.meta.url), 'utf8');
const leftOut = [...page.matchAll(/^- `([a-z0-9-]+)`: (.+)$/gm)].map(([, id = '', reason = '']) => ({ id, reason }));
const rules = new Map(createLanguage({ packs, rules: sources }).rules.map((rule) => [rule.id, rule]));

/** Rules that are milder or sharper than the catalogue wants, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // The narrowing is often only implied; where it is denied, the rule says error.
  'cord-compression-without-canal-narrowing': 'warning',
  // At L2 the cord may end; below it the rule says error.
  'cord-below-conus': 'warning',
};

describe('the catalogue', () => {
  it('has 158 rules, each once', () => {
    assert.equal(catalogue.length, 158);
    assert.equal(new Set(catalogue.map(({ id }) => id)).size, 158);
  });

  it('leaves out only rules of the catalogue that do not exist, with a reason', () => {
    for (const { id, reason } of leftOut) {
      assert.ok(
        catalogue.some((entry) => entry.id === id),
        id,
      );
      assert.ok(!rules.has(id), `${id} exists`);
      assert.ok(reason.length > 30, id);
    }
  });

  for (const { id, catalogue: number, severity } of catalogue.filter((entry) => !leftOut.some((out) => out.id === entry.id))) {
    const rule = rules.get(id);
    // A rule that is still to be written is pending.
    if (rule === undefined) it(`${number} ${id}`);
    else
      it(`${number} ${id} has its severity`, () => {
        assert.equal(rule.verdicts.at(-1)?.severity, OTHERWISE[id] ?? severity);
      });
  }
});
