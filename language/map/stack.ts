/** Something of a height that would best stand with its middle at `at`. */
export interface Wish {
  readonly at: number;
  readonly height: number;
}

interface Pile {
  readonly first: number;
  readonly count: number;
  readonly height: number;
  /** Sum of where each member would have the top of the pile. */
  readonly wished: number;
}

/**
 * Tops for things one below the other, none above `top`, none touching another, each as near to where it would best stand as the
 * others let it. The order is that of the wishes, upper first; the answer is in the order given.
 */
export function stack(wishes: readonly Wish[], top: number, gap: number): number[] {
  const order = wishes.map((wish, i) => ({ ...wish, i })).sort((a, b) => a.at - b.at || a.i - b.i);
  const piles: Pile[] = [];
  order.forEach(({ at, height }, i) => {
    let pile: Pile = { first: i, count: 1, height: height + gap, wished: at - height / 2 };
    for (let above = piles.at(-1); above !== undefined && topOf(above, top) + above.height > topOf(pile, top); above = piles.at(-1)) {
      piles.pop();
      pile = {
        first: above.first,
        count: above.count + pile.count,
        height: above.height + pile.height,
        wished: above.wished + pile.wished - pile.count * above.height,
      };
    }
    piles.push(pile);
  });
  const tops: number[] = Array.from({ length: wishes.length }, () => top);
  for (const pile of piles) {
    let at = topOf(pile, top);
    for (const { i, height } of order.slice(pile.first, pile.first + pile.count)) {
      tops[i] = at;
      at += height + gap;
    }
  }
  return tops;
}

const topOf = ({ wished, count }: Pile, top: number): number => Math.max(top, wished / count);
