import type { Problem } from '../../lexicon/lexicon.ts';
import { LEXICON_RULES, type LexiconRule } from '../../lexicon/lexicon-rules.ts';
import { isMap } from '../../lexicon/shape.ts';
import type { Term } from '../../lexicon/term.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import type { Span } from '../../text/span.ts';
import { checkDigitProblem } from './check-digits.ts';
import { spanAt } from './entries.ts';
import { keyOfTerm } from './mentions.ts';
import type { LexiconReading } from './reading.ts';
import { unusedTerms } from './usage.ts';
import { wordsProblems } from './words-problems.ts';
import { addSynonym } from './write.ts';

/** All that is wrong with a lexicon file, in the order of its text. Where it is no YAML, that alone. */
export function checkLexicon(reading: LexiconReading): Diagnostic[] {
  const { pack, lexicon, text } = reading;
  const shape = lexicon.problems.filter(({ file }) => file === pack.file).map((problem) => ofProblem(problem, text));
  if (pack.problems.length > 0) return inOrder(shape);
  const placeOf = (term: Term): string => placeOfTerm(term, reading);
  const words = wordsProblems(reading, placeOf).map(({ add, ...problem }) => {
    const edits = add === undefined ? null : addSynonym(pack, add.entry.index, add.words);
    return { ...diagnostic(problem), fixes: edits === null ? [] : [{ title: `Add "${add?.words}"`, edits, sure: false }] };
  });
  return inOrder([
    ...shape,
    ...words,
    ...[...overrides(reading), ...otherKinds(reading), ...codes(reading), ...unused(reading)].map(diagnostic),
  ]);
}

interface Told {
  readonly rule: LexiconRule;
  readonly message: string;
  readonly range: Span;
}

const diagnostic = ({ rule, message, range }: Told): Diagnostic => {
  const [severity, because] = LEXICON_RULES[rule];
  return { rule, severity, message, range, related: [], fixes: [], because };
};

const isRule = (rule: string | undefined): rule is LexiconRule => rule !== undefined && Object.hasOwn(LEXICON_RULES, rule);

function ofProblem({ rule, message, range, line }: Problem, text: string): Diagnostic {
  return diagnostic({ rule: isRule(rule) ? rule : 'lexicon-shape', message, range: range ?? lineRange(text, line) });
}

/** The words of a line, which counts from 1. */
function lineRange(text: string, line: number): Span {
  let start = 0;
  for (let i = 1; i < line && start < text.length; i++) start = text.indexOf('\n', start) + 1 || text.length;
  const words = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

const inOrder = (all: readonly Diagnostic[]): Diagnostic[] =>
  all.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);

/** `ours.yaml:3`, or that it ships. */
function placeOfTerm(term: Term, { lexicon, pack }: LexiconReading): string {
  const origin = lexicon.originOf(term);
  if (origin === null) return 'which ships';
  return origin.file === pack.file ? `line ${origin.line}` : `${/[^/\\]+$/.exec(origin.file)?.[0] ?? origin.file}:${origin.line}`;
}

/** Labels that this file gives to terms of other packs, or other packs to its own. */
function overrides(reading: LexiconReading): Told[] {
  const { entries, lexicon, others, pack } = reading;
  return entries.flatMap(({ id, category, words }): Told[] => {
    const label = words.find(({ path }) => path.at(-1) === 'label');
    const before = others.term(id, category);
    const now = lexicon.term(id, category);
    if (label === undefined || before === undefined || now === undefined || before.label === label.text) return [];
    if (now.label === label.text)
      return [
        {
          rule: 'lexicon-override',
          message: `\`${id}\` is called "${before.label}" where it comes from; with this it is "${label.text}" in impressions and offers.`,
          range: label.range,
        },
      ];
    const later = lexicon.originOf(now);
    if (later === null || later.file === pack.file) return [];
    return [
      { rule: 'lexicon-shadowed', message: `${placeOfTerm(now, reading)} calls it "${now.label}", which counts.`, range: label.range },
    ];
  });
}

/** Rows that make another finding of an observation and a structure than one of another file does. */
function otherKinds({ pack, others }: LexiconReading): Told[] {
  const rows: unknown = isMap(pack.data) ? pack.data.compositions : null;
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown, i): Told[] => {
    if (!isMap(row)) return [];
    const { observation, structure, kind } = row;
    const before = others.composition(String(observation), String(structure))?.kind;
    if (before === undefined || typeof kind !== 'string' || before === kind) return [];
    const message = `\`${String(observation)}\` and \`${String(structure)}\` make \`${before}\` elsewhere; with this they make \`${kind}\`.`;
    return [{ rule: 'lexicon-override', message, range: spanAt(pack, ['compositions', i, 'kind']) }];
  });
}

/** Codes whose check digit is wrong. */
function codes({ pack }: LexiconReading): Told[] {
  const terms: unknown = isMap(pack.data) ? pack.data.terms : null;
  if (!Array.isArray(terms)) return [];
  return terms.flatMap((entry: unknown, i): Told[] =>
    Object.entries(isMap(entry) && isMap(entry.codes) ? entry.codes : {}).flatMap(([system, code]): Told[] => {
      const wrong = typeof code === 'string' ? checkDigitProblem(system, code) : null;
      if (wrong === null) return [];
      return [{ rule: 'lexicon-code', message: `"${String(code)}" ${wrong}.`, range: spanAt(pack, ['terms', i, 'codes', system]) }];
    }),
  );
}

function unused(reading: LexiconReading): Told[] {
  const keys = unusedTerms(reading);
  return reading.entries.flatMap((entry): Told[] =>
    keys.has(keyOfTerm(entry))
      ? [{ rule: 'lexicon-unused', message: `No rule, template or example uses \`${entry.id}\`.`, range: entry.range }]
      : [],
  );
}
