/** A tree of characters; a node that ends a word says so. */
interface Node {
  readonly next: Map<string, Node>;
  ends: boolean;
}

const newNode = (): Node => ({ next: new Map(), ends: false });

/**
 * One regular expression (Oniguruma, to be used case-blind) for many runs of words, sharing their beginnings: it stays small and is
 * tried once for each place, not once for each word. The longest run wins. A blank stands for blanks or a hyphen.
 */
export function wordPattern(words: readonly string[]): string {
  const root = newNode();
  for (const word of new Set(
    words.map((each) =>
      each
        .toLowerCase()
        .replaceAll(/[\s-]+/g, ' ')
        .trim(),
    ),
  )) {
    let node = root;
    for (const unit of word) {
      let next = node.next.get(unit);
      if (next === undefined) node.next.set(unit, (next = newNode()));
      node = next;
    }
    node.ends = true;
  }
  return `(?<![\\w])${patternOf(root)}(?![\\w])`;
}

function patternOf(node: Node): string {
  const branches = [...node.next].sort(([a], [b]) => (a < b ? -1 : 1)).map(([unit, next]) => escaped(unit) + patternOf(next));
  if (branches.length === 0) return '';
  if (branches.length === 1 && !node.ends) return branches[0] ?? '';
  return `(?:${branches.join('|')})${node.ends ? '?' : ''}`;
}

const escaped = (unit: string): string => (unit === ' ' ? '[\\s-]+' : unit.replace(/[.*+?^${}()|[\]\\/]/, '\\$&'));
