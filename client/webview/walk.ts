// By keyboard through a page: Tab into it, up and down from one to the next, Home and End to the first and last.

const STOPS = '.finding[tabindex], .block, .notes li';

/** Makes the blocks and notes of a preview reachable. Blocks are one stop of the Tab key, for a page has many; notes are buttons of their own. */
export function makeWalkable(content: Element): void {
  for (const [i, block] of content.querySelectorAll('.block').entries()) block.setAttribute('tabindex', i === 0 ? '0' : '-1');
  for (const note of content.querySelectorAll('.notes li')) {
    note.setAttribute('tabindex', '0');
    note.setAttribute('role', 'button');
    note.parentElement?.setAttribute('role', 'group');
  }
}

/** Moves the focus by a key; false where the key is none of these, or there is nothing further. */
export function step(content: Element, from: Element, key: string): boolean {
  const stops = [...content.querySelectorAll<HTMLElement>(STOPS)];
  const at = stops.indexOf(from as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[key];
  const next = to === undefined ? undefined : stops[to];
  if (at < 0 || next === undefined) return false;
  if (next.matches('.block')) enterAt(content, next);
  next.focus();
  return true;
}

/** Has the Tab key come to this block. */
export function enterAt(content: Element, block: Element): void {
  for (const each of content.querySelectorAll('.block[tabindex="0"]')) each.setAttribute('tabindex', '-1');
  block.setAttribute('tabindex', '0');
}
