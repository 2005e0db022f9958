import { element, escapeMarkup } from '../text/markup.ts';
import { type Box, frameOf } from './label.ts';
import type { Tone } from './palette.ts';
import type { Subject } from './subject.ts';

/** Whether the picture is for itself, or part of a page that brings style and answers to pointer and keyboard. */
export type Kind = 'standalone' | 'themed';

/** All that stands for a finding, as one element; it can be chosen where the page answers to that. `shown` are the words that are seen in it. */
export function chosen(
  { finding, words, standing }: Pick<Subject, 'finding' | 'words'> & { readonly standing?: Subject['standing'] },
  tone: Tone | 'list',
  shown: string,
  frame: Box,
  markup: string,
  kind: Kind,
): string {
  const manner = `${finding.presence === 'possible' ? ' possible' : ''}${standing === 'throughout' ? ' thin' : ''}`;
  const answers = kind === 'themed' ? { tabindex: 0, role: 'button', 'aria-label': `${shown}: ${words}` } : {};
  return element(
    'g',
    { class: `finding ${tone}${manner}`, 'data-finding': finding.id, ...answers },
    // Where there is a name for it, a title would be a second one.
    (kind === 'themed' ? '' : element('title', {}, escapeMarkup(words))) + frameOf(frame) + markup,
  );
}
