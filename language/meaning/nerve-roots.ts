import { LEVELS, levelIndex } from './levels.ts';
import { termOf } from './node.ts';
import { type Note, newNote, presenceAt, type Words } from './note.ts';
import { canonicalLevel } from './read-levels.ts';

/** The root that leaves through the foramen at a disc: below the neck the upper vertebra's, in the neck the lower one's, C8 between. */
export function rootAt(disc: string): string {
  const [upper = '', lower = ''] = disc.split('-');
  if (upper === 'C7') return 'C8';
  return upper.startsWith('C') ? lower : upper;
}

/** The disc whose foramen a root leaves through; null for the first root, and for what is none. */
function discOf(root: string): string | null {
  if (root === 'C8') return 'C7-T1';
  const i = levelIndex(root);
  const from = root.startsWith('C') ? i - 1 : i;
  const [upper, lower] = [LEVELS[from], LEVELS[from + 1]];
  return i < 0 || upper === undefined || lower === undefined ? null : `${upper}-${lower}`;
}

/** Nerve roots by their number: `exiting D4 root`, `left C8 nerve root`. Value: the root; its disc is where it leaves. */
export function nerveRoots(words: Words): Note[] {
  const { nodes } = words;
  return nodes.flatMap((node) => {
    if (termOf(node, 'site')?.id !== 'nerve-root') return [];
    const exiting = /exit/.test(node.text) || nodes.slice(Math.max(0, node.i - 3), node.i).some((n) => n.text === 'exiting');
    const at = nodes[node.i - 1]?.type === 'levels' ? nodes[node.i - 1] : undefined;
    if (at?.phrase.type !== 'levels') return [];
    return at.phrase.parts.flatMap((part) => {
      if (part.to !== null) return [];
      const root = part.from === 'c8' ? 'C8' : canonicalLevel(part.from);
      if (root === null) return [];
      const disc = discOf(root);
      return [
        newNote('nerve-root', exiting ? 'exiting' : 'root', part.fromSpan, words, {
          value: root,
          discs: disc === null ? [] : [disc],
          presence: presenceAt(words, node.i),
        }),
      ];
    });
  });
}
