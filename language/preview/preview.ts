import type { Report } from '../meaning/report.ts';
import { uncomment } from '../syntax/comments.ts';
import type { Diagnostic, DiagnosticSeverity } from '../text/diagnostic.ts';
import { element, escapeMarkup } from '../text/markup.ts';
import type { Span } from '../text/span.ts';
import { type Block, type Part, partsOf } from './blocks.ts';
import { PREVIEW_STYLE } from './style.ts';

/** What a preview is made of; a snapshot of the language has it. */
export interface Previewed {
  readonly text: string;
  readonly reports: readonly Report[];
  readonly diagnostics: readonly Diagnostic[];
}

const SEVERITIES: Readonly<Record<DiagnosticSeverity, string>> = { error: 'Error', warning: 'Warning', info: 'Note', hint: 'Hint' };

/**
 * The reports of a text as they will be read: HTML to stand in the `main` of a page. Comments are left out; everything that a person
 * wrote is escaped. Each block has `data-start` and `data-end`, offsets in the text; what is wrong stands beside it, each note once.
 */
export function previewOf({ text, reports, diagnostics }: Previewed): string {
  const plain = uncomment(text).text;
  const parts = reports.map(({ outline }) => partsOf(plain, outline));
  const notes = notesOf(
    parts.flat().flatMap(({ blocks }) => blocks),
    diagnostics,
  );
  const articles = parts.map((own, i) =>
    element('article', { 'aria-label': reports.length === 1 ? 'Report' : `Report ${i + 1}` }, sections(plain, own, notes)),
  );
  return articles.length > 0 ? articles.join('\n') : element('p', { class: 'empty' }, 'There is no report yet.');
}

/** A page that needs nothing else, to be printed or kept. `title` is plain text. */
export function previewPage(previewed: Previewed, title: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const head = [
    element('meta', { charset: 'utf-8' }, '', true),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }, '', true),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }, '', true),
    element('title', {}, escapeMarkup(title)),
    element('style', {}, PREVIEW_STYLE),
  ];
  const page = element('head', {}, head.join('\n')) + element('body', {}, element('main', { class: 'preview' }, previewOf(previewed)));
  return `<!doctype html>\n${element('html', { lang: 'en' }, page)}\n`;
}

type Notes = ReadonlyMap<Block, readonly Diagnostic[]>;

/** Each diagnostic at the last block that begins before it; blocks and diagnostics come in the order of the text. */
function notesOf(blocks: readonly Block[], diagnostics: readonly Diagnostic[]): Notes {
  const notes = new Map<Block, Diagnostic[]>();
  const ordered = blocks.toSorted((a, b) => startOf(a) - startOf(b));
  let at = 0;
  for (const diagnostic of diagnostics.toSorted((a, b) => a.range.start - b.range.start)) {
    while (at + 1 < ordered.length && startOf(ordered[at + 1]) <= diagnostic.range.start) at++;
    const block = ordered[at];
    if (block === undefined) break;
    const own = notes.get(block);
    if (own === undefined) notes.set(block, [diagnostic]);
    else own.push(diagnostic);
  }
  return notes;
}

const startOf = (block: Block | undefined): number => block?.lead?.start ?? block?.range.start ?? 0;

function sections(plain: string, parts: readonly Part[], notes: Notes): string {
  return parts
    .map(({ heading, blocks }) => {
      const title = heading === null ? '' : element('h2', {}, escapeMarkup(wordsOf(plain, heading).replace(/:$/, '')));
      return element('section', {}, title + blocks.map((block) => blockMarkup(plain, block, notes.get(block) ?? [])).join(''));
    })
    .join('\n');
}

function blockMarkup(plain: string, block: Block, notes: readonly Diagnostic[]): string {
  const { kind, lead, mark, range } = block;
  const leads = lead === null ? '' : `${element('strong', {}, `${escapeMarkup(wordsOf(plain, lead))}:`)} `;
  const marks = mark === '' ? '' : `${element('span', { class: 'mark' }, escapeMarkup(mark))} `;
  const text = element('p', { class: kind }, marks + leads + underlined(plain, range, notes));
  const margin = notes.map(({ severity, message, range: { start, end } }) =>
    element(
      'li',
      { class: severity, 'data-start': start, 'data-end': end },
      `${element('b', {}, SEVERITIES[severity])} ${escapeMarkup(message)}`,
    ),
  );
  const aside = margin.length === 0 ? '' : element('ul', { class: 'notes', 'aria-label': 'Notes on this passage' }, margin.join(''));
  return element('div', { class: 'block', 'data-start': startOf(block), 'data-end': range.end }, aside + text);
}

/** Words with what is wrong in them marked; of two that overlap, the first keeps its words. */
function underlined(plain: string, range: Span, notes: readonly Diagnostic[]): string {
  const out: string[] = [];
  let at = range.start;
  for (const { severity, range: wrong } of notes) {
    const [start, end] = [Math.max(wrong.start, at), Math.min(wrong.end, range.end)];
    if (start >= end) continue;
    out.push(flowing(plain.slice(at, start)), element('mark', { class: severity }, flowing(plain.slice(start, end))));
    at = end;
  }
  return [...out, flowing(plain.slice(at, range.end))].join('');
}

/** Line breaks of the file are none of the report. */
const flowing = (text: string): string => escapeMarkup(text.replace(/\s+/g, ' '));

const wordsOf = (plain: string, { start, end }: Span): string => plain.slice(start, end).trim();
