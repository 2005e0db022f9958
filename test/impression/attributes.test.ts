import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Difference, levelWords } from '../../language/impression/difference.ts';
import type { Finer } from '../../language/impression/finer.ts';
import { hedgeBefore } from '../../language/impression/hedge.ts';
import type { Finding } from '../../language/meaning/finding.ts';
import { applyEdits, type TextEdit } from '../../language/text/edit.ts';
import type { Span } from '../../language/text/span.ts';
import { generateReports } from '../../mutation/generate.ts';
import { root } from '../../scripts/root.ts';
import { language, lexicon, syncEdits } from './reading.ts';

/** Presence has its own laws (`mutated.test.ts`): a denial has more than one word. */
type Attribute = Exclude<Difference['attribute'], 'presence' | Finer>;

const folder = join(root, 'examples');
const EXAMPLES = readdirSync(folder)
  .filter((name) => /\.(emh|txt)$/.test(name) && !name.includes('.flawed.'))
  .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]);
const GENERATED = generateReports(240, 23)
  .filter((text) => syncEdits(text).length === 0)
  .map((text, i): [string, string] => [`generated report ${i + 1}`, text]);

/** Words that state an attribute, put for others in a finding. */
const OTHERS: Readonly<Record<Attribute, readonly [from: RegExp, to: (words: string) => string][]>> = {
  levels: [
    [/\d+(?!.*\d)/s, (n) => String(Number(n) + 1)],
    [/(?<=[DT])\d+/, (n) => String(Math.max(1, Number(n) - 1))],
  ],
  side: [
    [/left/i, () => 'right'],
    [/right/i, () => 'left'],
  ],
  severity: [
    [/^mild(ly)?$/i, (w) => (/ly$/i.test(w) ? 'severely' : 'severe')],
    [/^(moderate|severe)$/i, () => 'mild'],
    [/^\w+ to \w+$/i, () => 'mild'],
  ],
  size: [
    [/^[^\d]*\d+/, (n) => n.replace(/\d+/, (d) => String(Number(d) + 2))],
    [/\d+(?=\D*$)/, (n) => String((Number(n) + 3) % 10)],
  ],
  count: [
    [/^two$/i, () => 'three'],
    [/^three$/i, () => 'two'],
  ],
  change: [
    [/^(unchanged|stable)$/i, () => 'decreased in size'],
    [/^(has|have) (in|de)creased$/i, (w) => (/in/.test(w) ? w.replace('in', 'de') : w.replace('de', 'in'))],
    [/^\w+ in size$/i, () => 'unchanged'],
  ],
  certainty: [
    [/^(in keeping|consistent|compatible) with$/i, () => 'possibly'],
    [/^possibly$/i, () => 'in keeping with'],
  ],
};

const wordsOf = (f: Finding, attribute: Attribute, text: string): Span | undefined => {
  if (attribute === 'levels') return levelWords(f);
  if (attribute !== 'certainty') return f.where[attribute];
  if (f.presence === 'possible') return f.where.presence;
  const named = f.suggests.length > 0 ? f.where.suggests : f.where.head;
  return named === undefined ? undefined : hedgeBefore(text, named.start, lexicon)?.range;
};

/** Every attribute of every finding that some item states too, with other words for it. */
function* changes(text: string): Generator<{ attribute: Attribute; edit: TextEdit }> {
  const seen = new Set<string>();
  for (const links of language.read(text).links)
    for (const { stated, support } of links)
      for (const finding of support)
        for (const attribute of Object.keys(OTHERS) as Attribute[]) {
          const words = wordsOf(finding, attribute, text);
          if (support.length > 1) continue;
          for (const edit of attribute === 'certainty' ? doubts(finding, text) : []) yield { attribute, edit };
          if (words === undefined || wordsOf(stated, attribute, text) === undefined) continue;
          for (const [from, to] of OTHERS[attribute]) {
            const found = from.exec(text.slice(words.start, words.end));
            if (found === null) continue;
            const start = words.start + found.index;
            const edit = { range: { start, end: start + found[0].length }, text: to(found[0]) };
            const key = `${start} ${edit.text}`;
            if (edit.text === found[0] || seen.has(key)) continue;
            seen.add(key);
            yield { attribute, edit };
          }
        }
}

/** `Possible` put before a finding that begins its sentence, or taken from it. */
function doubts({ range: { start }, presence, suggests }: Finding, text: string): TextEdit[] {
  const first = text.slice(start, start + 1);
  if (suggests.length > 0 || !/[:.\n-]\s*$/.test(text.slice(Math.max(0, start - 4), start)) || first !== first.toUpperCase()) return [];
  if (presence === 'present') return [{ range: { start, end: start + 1 }, text: `Possible ${first.toLowerCase()}` }];
  const hedge = /^Possible (\w)/.exec(text.slice(start, start + 10));
  return hedge === null ? [] : [{ range: { start, end: start + 10 }, text: (hedge[1] ?? '').toUpperCase() }];
}

describe('one attribute of one finding changed', function () {
  this.timeout(120_000);
  const tried = new Map<Attribute, number>();

  for (const [name, text] of [...EXAMPLES, ...GENERATED]) {
    it(`${name}: exactly the words of its item change`, () => {
      for (const { attribute, edit } of changes(text)) {
        const isTold = check(text, attribute, edit);
        if (isTold) tried.set(attribute, (tried.get(attribute) ?? 0) + 1);
      }
    });
  }

  it('was tried for each attribute', () => {
    for (const attribute of Object.keys(OTHERS) as Attribute[]) {
      if (attribute === 'count') continue;
      assert.ok((tried.get(attribute) ?? 0) > 0, `${attribute} was changed nowhere: ${JSON.stringify([...tried])}`);
    }
  });
});

/** Whether the change is one that an item has to follow; and then it does, with these words and no others. */
function check(text: string, attribute: Attribute, edit: TextEdit): boolean {
  const changed = applyEdits(text, [edit]);
  const edits = syncEdits(changed);
  const after = applyEdits(changed, edits);
  const told = `${attribute}: ${text.slice(edit.range.start, edit.range.end)} -> ${edit.text}\n${after}`;
  assert.deepEqual(syncEdits(after), [], told);
  const own = language
    .read(changed)
    .links.flat()
    .filter(({ support }) =>
      support.some(({ range }) => range.start <= edit.range.start + edit.text.length + 2 && range.end >= edit.range.start - 40),
    )
    .flatMap(({ stated, item }) => [...placesOf(stated, attribute, changed), ...(attribute === 'levels' ? heirsOf(item, changed) : [])]);
  for (const e of edits) {
    const isOwn = own.some((span) => span.start - 8 <= e.range.start && e.range.end <= span.end + 8);
    assert.ok(isOwn, `changes "${changed.slice(e.range.start, e.range.end)}" to "${e.text}"\n${told}`);
  }
  return edits.length > 0;
}

/** Behind what took its levels over from another thing of the item: it keeps them, now under its own name. */
const heirsOf = (item: number, text: string): Span[] =>
  language
    .read(text)
    .links.flat()
    .filter((l) => l.item === item && levelWords(l.stated) === undefined && l.stated.levels.length + l.stated.discs.length > 0)
    .flatMap(({ stated: { where } }) => (where.head === undefined ? [] : [{ start: where.head.end, end: where.head.end }]));

/** Where an item states the attribute, or where it would: levels behind the thing, certainty before it, a grade of one word for two. */
function placesOf(stated: Finding, attribute: Attribute, text: string): Span[] {
  const { head } = stated.where;
  const words = wordsOf(stated, attribute, text);
  const namesTwo = attribute === 'severity' && head !== undefined && /hepatosplenomegaly/i.test(text.slice(head.start, head.end));
  return [
    ...(words === undefined ? [] : [words]),
    ...(head !== undefined && namesTwo ? [head] : []),
    ...(head !== undefined && attribute === 'certainty' ? [{ start: stated.range.start, end: head.end }] : []),
    ...(head !== undefined && attribute === 'levels' ? [{ start: head.end, end: head.end }] : []),
  ];
}
