import type { FromPage, Kept, ToPage } from '../common/panels/messages.ts';

// The script of both panels. What it is told is escaped already; the page's policy lets nothing of it run.

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: Kept): void };

const editor = acquireVsCodeApi();
const content = document.getElementById('content') as HTMLElement;
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'cursor') light(data);
  else show(data);
});

content.addEventListener('click', ({ target }) => choose(target));
content.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  if (event.target instanceof Element && event.target.matches('[tabindex]') && choose(event.target)) event.preventDefault();
});

editor.postMessage({ kind: 'ready' });

function show(told: Exclude<ToPage, { kind: 'cursor' }>): void {
  editor.setState({ uri: told.uri });
  sheet.replaceSync(told.style);
  const focused = idOf(document.activeElement);
  if (told.kind === 'map') {
    const picture = new DOMParser().parseFromString(told.svg, 'image/svg+xml').documentElement;
    content.replaceChildren(document.adoptNode(picture), inWords(told.description));
  } else {
    content.className = 'preview';
    content.innerHTML = told.html;
    for (const note of content.querySelectorAll('.notes li')) {
      note.setAttribute('tabindex', '0');
      note.setAttribute('role', 'button');
      note.parentElement?.setAttribute('role', 'group');
    }
  }
  // Drawn anew while the keyboard was in it: it stays where it was.
  if (focused !== null) content.querySelector<HTMLElement>(focused)?.focus();
}

/** The picture in words, for who cannot see it. */
function inWords(description: string): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'In words';
  const list = document.createElement('ul');
  for (const line of description.split('\n')) list.appendChild(document.createElement('li')).textContent = line;
  details.append(summary, list);
  return details;
}

function light({ findings, levels, offset }: Extract<ToPage, { kind: 'cursor' }>): void {
  for (const lit of content.querySelectorAll('.lit')) lit.classList.remove('lit');
  for (const id of findings) content.querySelector(`[data-finding="${CSS.escape(id)}"]`)?.classList.add('lit');
  for (const level of levels) content.querySelector(`[data-level="${CSS.escape(level)}"]`)?.classList.add('lit');
  const block = blockAt(offset);
  block?.classList.add('lit');
  (block ?? content.querySelector('.finding.lit'))?.scrollIntoView({ block: 'nearest' });
  editor.postMessage({
    kind: 'shown',
    findings: Array.from(content.querySelectorAll('[data-finding]'), (each) => each.getAttribute('data-finding') ?? ''),
    text: content.textContent ?? '',
    lit: Array.from(
      content.querySelectorAll('.lit'),
      (each) => each.getAttribute('data-finding') ?? each.getAttribute('data-level') ?? each.textContent ?? '',
    ),
  });
}

/** The last block that begins at or before an offset. */
function blockAt(offset: number): Element | null {
  const blocks = [...content.querySelectorAll('.block')];
  return blocks.filter((each) => Number(each.getAttribute('data-start')) <= offset).at(-1) ?? null;
}

/** Tells what was chosen; false where nothing was. */
function choose(target: EventTarget | null): boolean {
  const chosen = target instanceof Element ? target.closest('[data-finding], [data-level], [data-start]') : null;
  if (chosen === null) return false;
  const value = (name: string): string | null => chosen.getAttribute(`data-${name}`);
  const [finding, level] = [value('finding'), value('level')];
  if (finding !== null) editor.postMessage({ kind: 'finding', id: finding });
  else if (level !== null) editor.postMessage({ kind: 'level', level });
  else editor.postMessage({ kind: 'words', start: Number(value('start')), end: Number(value('end')) });
  return true;
}

/** A selector for what can be chosen by keyboard; null for anything else. */
function idOf(element: Element | null): string | null {
  const finding = element?.getAttribute('data-finding') ?? null;
  return finding === null ? null : `[data-finding="${CSS.escape(finding)}"]`;
}
