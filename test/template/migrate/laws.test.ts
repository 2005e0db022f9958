import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Template } from '../../../language/template/template.ts';
import { applyEdits } from '../../../language/text/edit.ts';
import { language, samplesFor, switchesOf } from '../sample.ts';

const { templates } = language;

const TOPICS = ['Ribs', 'Spleen', 'Liver', 'Marrow', 'Pleura', 'Kidneys', 'Paraspinal'];
const sentence = fc.constantFrom(
  'No mass.',
  'Normal.',
  'No canal narrowing.',
  'Not enlarged.',
  'The outline is smooth.',
  '[kind: No nodule. | Nodule.]',
  'Mass at [*levels], [size].',
  'Measures [length: number 1-400 mm].',
  '[side: left | right] lesion seen.',
  'Seen: [seen: text].',
);
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '[if mass present]', '[if mass absent]', '[required] ', '[if kind is nodule.]'),
    fc.constantFrom(...TOPICS, ''),
    fc.array(sentence, { minLength: 1, maxLength: 3 }),
  )
  .map(([lead, topic, said]) => `${lead}${topic === '' && lead !== '[required] ' ? '' : `${topic || 'Ribs'}: `}${said.join(' ')}`);
const block = fc
  .tuple(fc.constantFrom('[if mass present]', '[for each mass]'), fc.array(line, { minLength: 1, maxLength: 2 }))
  .map(([open, inside]) => [open, ...inside, '[end]']);
const lines = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: line.map((one) => [one]) },
    { weight: 1, arbitrary: block },
    { weight: 1, arbitrary: fc.constant<string[]>(['']) },
  ),
  { minLength: 1, maxLength: 8 },
);

/** Two versions of a template: what the second keeps of the first stands in another order at times. */
const pair = fc
  .record({
    old: lines,
    more: lines,
    plan: fc.array(fc.constantFrom('keep', 'keep', 'keep', 'drop', 'swap', 'new', 'word'), { minLength: 8, maxLength: 8 }),
  })
  .map(({ old, more, plan }) => {
    const next: string[][] = [];
    for (const [i, one] of old.entries()) {
      const what = plan[i % plan.length];
      if (what === 'new') next.push(more[i % more.length] ?? []);
      if (what === 'word') next.push(one.map((words) => words.replace('No ', 'No visible ').replace('Normal.', 'Quite normal.')));
      else if (what === 'swap') next.unshift(one);
      else if (what !== 'drop') next.push(one);
    }
    const text = (version: number, body: readonly string[][]): string =>
      `Template: ours\nVersion: ${version}\nExam: CT thorax\n\nFINDINGS\n${body.flat().join('\n')}\n\nIMPRESSION\n1. No mass.\n`;
    return [text(1, old), text(2, next)] as const;
  });

const read = (text: string): Template => templates.read({ name: 'ours.emht', text });

/** What a person does to a report: words of their own are told by their letters. */
type Act = { readonly what: 'add' | 'drop' | 'replace' | 'append' | 'before' | 'word' | 'move' | 'join' | 'split'; readonly at: number };
const acts = fc.array(
  fc.record({
    what: fc.constantFrom<Act['what']>('add', 'drop', 'replace', 'append', 'before', 'word', 'move', 'join', 'split'),
    at: fc.nat(30),
  }),
  { maxLength: 6 },
);

function written(report: string, all: readonly Act[]): string {
  const said = report.trimEnd().split('\n');
  for (const [n, { what, at }] of all.entries()) {
    const i = 1 + (at % Math.max(1, said.length - 1));
    const own = `Zq${n}a seen zq${n}b.`;
    const here = said[i] ?? '';
    if (what === 'add') said.splice(i, 0, own);
    else if (what === 'drop') said.splice(i, 1);
    else if (what === 'replace') said[i] = here.replace(/^([^:]{1,20}:)?.*$/, `$1 ${own}`).trim();
    else if (what === 'append') said[i] = `${here} ${own}`.trim();
    else if (what === 'before') said[i] = `${own} ${here}`.trim();
    else if (what === 'move') said.splice(1 + ((i + 3) % said.length), 0, ...said.splice(i, 1));
    else if (what === 'join') said.splice(i, 2, `${here} ${said[i + 1] ?? ''}`.trim());
    else if (what === 'split') said.splice(i, 1, ...here.split(/(?<=\.) /));
    else said[i] = here.replace(/\bNo \w+/, `Zq${n}a`);
  }
  return `${said.join('\n')}\n`;
}

const VALUES = {
  levels: 'D3 to D8',
  'levels 2': 'D11',
  size: '4.25 cm',
  'size 2': '1.75 x 1.25 cm',
  side: 'right',
  seen: 'Zqseen here',
  length: '123',
  mass: 'present',
  kind: 'Nodule.',
};
const values = fc.subarray(Object.entries(VALUES)).map((some) => Object.fromEntries(some));

const count = (text: string, words: RegExp): string[] => [...text.matchAll(words)].map(([word]) => word).sort();
/** Words that no template has. */
const OWN = /Zq\w+|zq\w+|4\.25|1\.75 x 1\.25|123 mm|D3 to D8|D11/g;

/** Whether all of some things are among others, as often. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  const left = [...all];
  return some.every((one) => {
    const at = left.indexOf(one);
    return at >= 0 && left.splice(at, 1).length === 1;
  });
}

const migrate = (text: string, from: Template, to: Template): string => applyEdits(text, templates.migrate(text, from, to).edits);

describe('migration, whatever the templates and the report are', () => {
  const runs = { numRuns: Number(process.env.EMH_RUNS ?? 400) };
  const arbitrary = fc.tuple(pair, values, fc.boolean(), acts).map(([[old, next], given, defaults, all]) => {
    const [from, to] = [read(old), read(next)];
    return { from, to, report: written(templates.fill(from, given, defaults).text, all) };
  });

  it('keeps every word that a person wrote', () => {
    let changed = 0;
    fc.assert(
      fc.property(arbitrary, ({ from, to, report }) => {
        const done = migrate(report, from, to);
        if (done !== report) changed++;
        const [mine, after] = [count(report, OWN), count(done, OWN)];
        // What stood in several lines of the old template may stand in fewer of the new one; the person wrote it once.
        const once = mine.filter((word, i) => /^zq/i.test(word) || mine.indexOf(word) === i);
        assert.ok(isWithin(once, after), `${report}\n---\n${done}\n---\n${to.text}`);
      }),
      runs,
    );
    assert.ok(changed > 100, `${changed} of them changed`);
  });

  it('changes nothing where the templates are the same', () =>
    fc.assert(
      fc.property(arbitrary, ({ from, report }) => assert.deepEqual(templates.migrate(report, from, from).edits, [])),
      runs,
    ));

  it('changes nothing more the second time, also where the version is still the same', () =>
    fc.assert(
      fc.property(arbitrary, ({ from, to, report }) => {
        const other = read(to.text.replace('Version: 2', 'Version: 1'));
        for (const next of [to, other]) {
          const done = migrate(report, from, next);
          assert.equal(migrate(done, from, next), done);
        }
      }),
      runs,
    ));

  it('gives the new report, where a person only filled in the old one and the new one asks for the same', () => {
    for (const template of templates.all) {
      const given = samplesFor(template, switchesOf(template));
      const next = templates.read({
        name: template.file,
        text: template.text.replace(/^Version: .*$/m, 'Version: 9').replace(/\bNo /g, 'No visible '),
      });
      const report = templates.fill(template, given, false).text;
      assert.equal(migrate(report, template, next), templates.fill(next, given, false).text, template.name);
    }
  });
});
