import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** A stretch of code on a page, as it stands there, and the heading that it stands under. */
export interface Snippet {
  readonly heading: string;
  /** Such as `lua`; empty where none is named. */
  readonly language: string;
  readonly text: string;
}

export const EDITORS_PAGE = 'docs/editors.md';

/** All of a page, in order. */
export function snippetsIn(markdown: string): Snippet[] {
  const found: Snippet[] = [];
  let heading = '';
  for (const { groups = {} } of markdown.matchAll(/^#+ (?<heading>.+)$|^```(?<language>\w*)\n(?<text>[\s\S]*?)^```$/gm)) {
    if (groups.heading !== undefined) heading = groups.heading;
    else found.push({ heading, language: groups.language ?? '', text: groups.text ?? '' });
  }
  return found;
}

/** Those of one language under a heading of the page of editors. Throws where there is none: the page and its test have drifted apart. */
export function editorSnippets(heading: string, language: string): string[] {
  const own = snippetsIn(readFileSync(join(root, EDITORS_PAGE), 'utf8')).filter(
    (snippet) => snippet.heading === heading && snippet.language === language,
  );
  if (own.length === 0) throw new Error(`${EDITORS_PAGE} has no ${language} under "${heading}"`);
  return own.map(({ text }) => text);
}
