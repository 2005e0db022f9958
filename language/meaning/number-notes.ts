import { millimetres } from './millimetres.ts';
import { is, isMark, type Node, termOf } from './node.ts';
import { type Note, newNote, type Words } from './note.ts';

type SizePhrase = Extract<Node['phrase'], { type: 'size' }>;

/** Sizes, attenuation, uptake, laboratory values and intervals: whatever is a number with what it counts. */
export function numberNotes(words: Words): Note[] {
  return words.nodes.flatMap((node) => {
    if (node.phrase.type !== 'size') return [];
    const { phrase } = node;
    return [
      ...measurements(phrase, node, words),
      ...attenuation(phrase, node, words),
      ...uptake(phrase, node, words),
      ...labs(phrase, node, words),
      ...intervals(phrase, node, words),
    ];
  });
}

/** `size` and `prior-size` in mm; `unitless` with two dimensions or more; `mixed-units` beside either. Value: dimensions. */
function measurements(phrase: SizePhrase, node: Node, words: Words): Note[] {
  const { values, unit } = phrase;
  const dimensions = String(values.length);
  if (unit === null)
    return values.length > 1
      ? [newNote('measurement', 'unitless', node.span, words, { value: dimensions, amount: Math.max(...values) })]
      : [];
  const sizeMm = millimetres(values, unit);
  if (sizeMm === null) return [];
  const where = { size: node.span };
  const size = { value: dimensions, amount: Math.max(...sizeMm), sizeMm, where };
  const mixed = [/cm|centi/, /mm|milli/, /inch/].filter((written) => written.test(node.text)).length > 1;
  return [
    newNote('measurement', isPrior(words.nodes, node.i) ? 'prior-size' : 'size', node.span, words, size),
    ...(mixed ? [newNote('measurement', 'mixed-units', node.span, words, size)] : []),
  ];
}

/** `previously 5.2 cm`, `compared to 5.2 cm`, `was 28 mm`, `increased from 28 mm`. */
function isPrior(nodes: readonly Node[], i: number): boolean {
  const before = nodes.slice(Math.max(0, i - 4), i).filter((n) => n.type !== 'mark' || n.text === ';');
  if (before.slice(-3).some((n) => is(n, 'word', 'prior-size') || is(n, 'history', 'past'))) return true;
  const last = before.at(-1);
  if (last?.text === 'was' && before.length > 0 && isMark(nodes[i - 2], '(')) return true;
  const behind = nodes.slice(i + 1, i + 4);
  if ((is(behind[0], 'history', 'past') || /^(earlier|before)$/.test(behind[0]?.text ?? '')) && !behind.some((n) => n.type === 'size'))
    return true;
  const changed = nodes.some(
    (n) => is(n, 'change', 'increased') || is(n, 'change', 'decreased') || /^(grown|increased|decreased)$/.test(n.text),
  );
  return changed && (is(last, 'reference') || /\bfrom$/.test(last?.text ?? ''));
}

const HOUNSFIELD = /\b(hu|hounsfield)\b/;

/** HU, with its sign; both ends of a range are given, each as a note. */
function attenuation(phrase: SizePhrase, node: Node, words: Words): Note[] {
  const { nodes } = words;
  const own = HOUNSFIELD.test(node.text);
  const rangeEnd = nodes.slice(node.i + 1, node.i + 5).find((n) => n.type === 'size');
  const joined =
    rangeEnd !== undefined &&
    HOUNSFIELD.test(rangeEnd.text) &&
    nodes.slice(node.i + 1, rangeEnd.i).some((n) => n.text === 'to' || isMark(n, '-')) &&
    phrase.unit === null;
  const [value] = phrase.values;
  if ((!own && !joined) || value === undefined || phrase.values.length > 1) return [];
  const before = nodes[node.i - 1];
  const range = before !== undefined && isMark(before, '-') && nodes[node.i - 2]?.type === 'size';
  const negative = before !== undefined && ((isMark(before, '-') && !range) || before.text === 'minus');
  return [newNote('attenuation', 'HU', node.span, words, { amount: negative ? -value : value })];
}

function uptake(phrase: SizePhrase, node: Node, words: Words): Note[] {
  const suv = words.nodes.slice(Math.max(0, node.i - 4), node.i).find((n) => termOf(n, 'technique')?.id === 'suv');
  const [value] = phrase.values;
  if (suv === undefined || value === undefined || (phrase.unit !== null && phrase.unit !== 'other')) return [];
  return [newNote('uptake-value', 'suv', { start: suv.span.start, end: node.span.end }, words, { amount: value })];
}

/** A laboratory word and the number behind it; value: the unit as written. */
function labs(phrase: SizePhrase, node: Node, words: Words): Note[] {
  const { nodes } = words;
  const lab = nodes.slice(Math.max(0, node.i - 4), node.i).findLast((n) => is(n, 'clinical', 'lab'));
  const [value] = phrase.values;
  if (lab === undefined || value === undefined || nodes.slice(lab.i + 1, node.i).some((n) => n.type === 'size')) return [];
  const kind = lab.senses.find((s) => s.term.value === 'lab')?.term.id ?? '';
  const own = node.text.replace(/^[\d.,\s-]+/, '');
  const next = nodes[node.i + 1];
  const unit = own !== '' ? own : (UNIT.exec(words.text.slice(node.span.end, node.span.end + 16))?.[0] ?? '').trim();
  const end = own === '' && unit !== '' && next !== undefined ? Math.max(node.span.end, next.span.end) : node.span.end;
  return [newNote('lab-value', kind, { start: lab.span.start, end }, words, { amount: value, value: unit.toLowerCase() })];
}

/** What may stand right behind a number as its unit. */
const UNIT = /^\s?(?:%|g\/d?l|mg\/dl|ng\/ml|lakhs?|ml\/min|\/cu|k\/)/i;

const DAYS: readonly (readonly [RegExp, number])[] = [
  [/\bdays?\b/, 1],
  [/\b(weeks?|wks?)\b/, 7],
  [/\b(months?|mo)\b/, 30],
  [/\b(years?|yrs?)\b/, 365],
];

/** `3 months`, `6 weeks`: in days. Not an age. */
function intervals(phrase: SizePhrase, node: Node, words: Words): Note[] {
  const [value] = phrase.values;
  const [, days] = DAYS.find(([pattern]) => pattern.test(node.text)) ?? [];
  if (value === undefined || days === undefined || /old/.test(words.nodes[node.i + 1]?.text ?? '') || /old/.test(node.text)) return [];
  return [newNote('interval', 'interval', node.span, words, { amount: value * days })];
}
