import type { Term } from '../lexicon/term.ts';
import { paragraphs, plain } from './markdown.ts';
import { CATEGORY_NAMES, CODE_SYSTEMS } from './names.ts';
import { registryPage } from './registry-page.ts';

const MOST_SYNONYMS = 8;

/** A term in Markdown: label, definition, other ways to write it, codes with their source. */
export function termPage(term: Term): string {
  const { label, category, definition, synonyms } = term;
  const more = synonyms.length > MOST_SYNONYMS ? ', …' : '';
  return paragraphs([
    `**${plain(label)}** (${CATEGORY_NAMES[category]})`,
    plain(definition),
    synonyms.length > 0 ? `Also: ${synonyms.slice(0, MOST_SYNONYMS).map(plain).join(', ')}${more}` : '',
    codesLine(term),
  ]);
}

function codesLine({ codes, codeSources }: Term): string {
  const written = Object.entries(codes).map(([system, code]) => {
    const source = codeSources[system];
    const name = `${CODE_SYSTEMS[system] ?? system} ${plain(code)}`;
    const page = registryPage(system, code);
    return `${page === null ? name : `[${name}](${page})`}${source === undefined ? '' : ` (source ${plain(source)})`}`;
  });
  return written.length > 0 ? `Codes: ${written.join('; ')}` : '';
}
