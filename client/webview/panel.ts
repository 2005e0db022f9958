import type { FromPage, Kept, ToPage } from '../common/panels/messages.ts';
import { blockAt, offsetAtTop, scrollFor } from './place.ts';
import { enterAt, makeWalkable, step } from './walk.ts';

// The script of both panels. What it is told is escaped already; the page's policy lets nothing of it run.

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: Kept): void };

const editor = acquireVsCodeApi();
const content = document.getElementById('content') as HTMLElement;
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
/** Where the page was put, in dots: scrolling to there was no person's. */
let put = 0;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'cursor') light(data);
  else if (data.kind === 'scroll') scroll(data);
  else show(data);
});

document.addEventListener('scroll', () => {
  if (Math.abs(window.scrollY - put) < 2 || !content.matches('.preview')) return;
  put = window.scrollY;
  editor.postMessage({ kind: 'scrolled', offset: offsetAtTop(content) });
});

content.addEventListener('click', ({ target }) => choose(target));
content.addEventListener('keydown', (event) => {
  if (!(event.target instanceof Element) || !event.target.matches('[tabindex]')) return;
  const isChosen = (event.key === 'Enter' || event.key === ' ') && choose(event.target);
  if (isChosen || step(content, event.target, event.key)) event.preventDefault();
});

const narrow = window.matchMedia('(max-width: 40rem)');
const ready = (): void => editor.postMessage({ kind: 'ready', isNarrow: narrow.matches });
narrow.addEventListener('change', ready);
ready();

function show(told: Exclude<ToPage, { kind: 'cursor' | 'scroll' }>): void {
  const focused = selectorOf(document.activeElement);
  if (told.kind === 'empty') {
    const words = document.createElement('p');
    words.className = 'nothing';
    words.textContent = told.words;
    content.replaceChildren(words);
    return;
  }
  editor.setState({ uri: told.uri });
  sheet.replaceSync(told.style);
  if (told.kind === 'map') {
    const picture = new DOMParser().parseFromString(told.svg, 'image/svg+xml').documentElement;
    content.replaceChildren(document.adoptNode(picture), inWords(told));
  } else {
    content.className = 'preview';
    content.innerHTML = told.html;
  }
  makeWalkable(content);
  // Drawn anew while the keyboard was in it: it stays where it was.
  if (focused !== null) content.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
}

/** The picture in words, for who cannot see it. */
function inWords({ description, inWords: called }: Extract<ToPage, { kind: 'map' }>): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = called;
  const list = document.createElement('ul');
  for (const line of description.split('\n')) list.appendChild(document.createElement('li')).textContent = line;
  details.append(summary, list);
  return details;
}

function light({ findings, levels, offset }: Extract<ToPage, { kind: 'cursor' }>): void {
  for (const lit of content.querySelectorAll('.lit')) lit.classList.remove('lit');
  for (const id of findings) content.querySelector(`[data-finding="${CSS.escape(id)}"]`)?.classList.add('lit');
  for (const level of levels) content.querySelector(`[data-level="${CSS.escape(level)}"]`)?.classList.add('lit');
  const block = blockAt(content, offset);
  if (block !== null) {
    block.classList.add('lit');
    if (!content.contains(document.activeElement)) enterAt(content, block);
  }
  bringIntoView(block ?? content.querySelector('.finding.lit'));
  tellShown();
}

function scroll({ offset, cursor }: Extract<ToPage, { kind: 'scroll' }>): void {
  window.scrollTo({ top: scrollFor(content, offset) });
  put = window.scrollY;
  // What is written must be seen also where it takes more room here than in the editor.
  if (cursor !== null) bringIntoView(blockAt(content, cursor));
  tellShown();
}

function bringIntoView(element: Element | null): void {
  const place = element?.getBoundingClientRect();
  if (place === undefined || (place.top >= 0 && place.bottom <= window.innerHeight)) return;
  element?.scrollIntoView({ block: place.height > window.innerHeight ? 'start' : 'center' });
  put = window.scrollY;
}

function tellShown(): void {
  editor.postMessage({
    kind: 'shown',
    findings: Array.from(content.querySelectorAll('[data-finding]'), (each) => each.getAttribute('data-finding') ?? ''),
    text: content.textContent ?? '',
    lit: Array.from(
      content.querySelectorAll('.lit'),
      (each) => each.getAttribute('data-finding') ?? each.getAttribute('data-level') ?? each.textContent ?? '',
    ),
    top: offsetAtTop(content),
  });
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

/** Finds again what can be chosen by keyboard; null for anything else. */
function selectorOf(element: Element | null): string | null {
  if (element === null || !element.matches('[tabindex]')) return null;
  const name = ['data-finding', 'data-start'].find((each) => element.hasAttribute(each));
  return name === undefined ? null : `${element.localName}[${name}="${CSS.escape(element.getAttribute(name) ?? '')}"]`;
}
