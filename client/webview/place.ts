// Where a page of blocks is, as an offset of the text that they were made from.

interface Block {
  readonly element: Element;
  readonly start: number;
  readonly end: number;
}

const blocksOf = (content: Element): Block[] =>
  Array.from(content.querySelectorAll('.block'), (element) => ({
    element,
    start: Number(element.getAttribute('data-start')),
    end: Number(element.getAttribute('data-end')),
  }));

/** The last block that begins at or before an offset. */
export const blockAt = (content: Element, offset: number): Element | null =>
  blocksOf(content).findLast(({ start }) => start <= offset)?.element ?? null;

/** The offset of what is at the top of the window. */
export function offsetAtTop(content: Element): number {
  if (window.scrollY <= 0) return 0;
  const block = blocksOf(content).find(({ element }) => element.getBoundingClientRect().bottom > 0);
  if (block === undefined) return 0;
  const { top, height } = block.element.getBoundingClientRect();
  const part = top >= 0 || height === 0 ? 0 : -top / height;
  return Math.round(block.start + part * (block.end - block.start));
}

/** How far the window must be scrolled for an offset to be at its top. */
export function scrollFor(content: Element, offset: number): number {
  const blocks = blocksOf(content);
  const block = blocks.findLast(({ start }) => start <= offset);
  // What stands before the first block, and the heading over it, is the top of the page.
  if (block === undefined || block === blocks[0]) return 0;
  const { top, height } = block.element.getBoundingClientRect();
  const part = Math.min(1, (offset - block.start) / Math.max(1, block.end - block.start));
  return window.scrollY + top + part * height;
}
