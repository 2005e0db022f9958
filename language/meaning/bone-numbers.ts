import { sideBefore, sideBehind } from './beside.ts';
import { levelIndex } from './levels.ts';
import { isListMark, type Node, termOf } from './node.ts';
import { type Note, newNote, presenceAt, type Words } from './note.ts';

const NUMBERS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
];

/** Ribs and intercostal spaces by their numbers: `left 3rd rib`, `5th to 8th ribs`, `ribs 5-8`. Each number is a note. */
export function boneNumbers(words: Words): Note[] {
  return words.nodes.flatMap((node) => {
    const site = termOf(node, 'site')?.id ?? '';
    const category = site === 'intercostal' ? 'intercostal-space' : /^rib/.test(site) ? 'rib' : null;
    if (category === null) return [];
    const before = ordinalsBefore(words.nodes, node.i);
    const numbered = before.length > 0 ? before : cardinalsAfter(words.nodes, node.i);
    const first = Math.min(node.i, ...numbered.map(({ node: n }) => n.i));
    const side = sideBefore(words.nodes, first) ?? sideBefore(words.nodes, node.i) ?? sideBehind(words.nodes, node.i);
    return spread(numbered).map(({ value, node: at }) =>
      newNote(category, category, at.span, words, {
        amount: value,
        sites: [site],
        presence: presenceAt(words, node.i),
        levels: category === 'rib' ? [`T${value - 1}`, `T${value}`].filter((level) => levelIndex(level) >= 0) : [],
        side: side?.side ?? null,
        where: side === null ? {} : { side: side.node.span },
      }),
    );
  });
}

interface Numbered {
  readonly value: number;
  readonly node: Node;
  /** Joined to the one before it as the end of a range. */
  readonly to: boolean;
}

function ordinalOf(node: Node | undefined): number | null {
  const text = node?.text ?? '';
  const value = /^\d{1,2}(?:st|nd|rd|th)$/.test(text) ? Number.parseInt(text, 10) : NUMBERS.indexOf(text) + 1;
  return value > 0 ? value : null;
}

const isRangeMark = (node: Node | undefined): boolean => node?.text === '-' || node?.text === 'to' || node?.text === 'through';

/** Ordinals before the bone, over `posterior`, sides and what joins a list. */
function ordinalsBefore(nodes: readonly Node[], i: number): Numbered[] {
  const out: Numbered[] = [];
  for (let j = i - 1; j >= 0; j--) {
    const node = nodes[j] as Node;
    const value = ordinalOf(node);
    if (value !== null) out.unshift({ value, node, to: isRangeMark(nodes[j - 1]) && ordinalOf(nodes[j - 2]) !== null });
    else if (
      !(isListMark(node) || isRangeMark(node)) &&
      !(out.length === 0 && j > i - 3 && termOf(node, 'head') === undefined && node.type !== 'mark')
    )
      break;
  }
  return out;
}

/** `rib 5`, `ribs 5-8`, `ribs 3 and 4`: bare numbers behind the bone. */
function cardinalsAfter(nodes: readonly Node[], i: number): Numbered[] {
  const out: Numbered[] = [];
  for (let j = i + 1; j < nodes.length; j++) {
    const node = nodes[j] as Node;
    const bare = node.phrase.type === 'size' && node.phrase.unit === null && node.phrase.values.length === 1 && /^\d{1,2}$/.test(node.text);
    if (bare && node.phrase.type === 'size') {
      const [value = 0] = node.phrase.values;
      out.push({ value, node, to: out.length > 0 && isRangeMark(nodes[j - 1]) });
    } else if (out.length === 0 || !(isListMark(node) || isRangeMark(node))) break;
  }
  return out;
}

/** `5th-8th` is four ribs. */
const spread = (numbered: readonly Numbered[]): Numbered[] =>
  numbered.flatMap((each, k) => {
    const from = each.to ? (numbered[k - 1]?.value ?? each.value) : each.value;
    if (!each.to || from >= each.value || each.value - from > 12) return [each];
    return Array.from({ length: each.value - from }, (_, d) => ({ ...each, value: from + 1 + d }));
  });
