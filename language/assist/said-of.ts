import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Term } from '../lexicon/term.ts';
import type { Finding } from '../meaning/finding.ts';
import type { LevelStyle } from '../meaning/notation.ts';
import { findingName, placeWords } from './finding-words.ts';
import { plain } from './markdown.ts';

/** Lines of such a list, at most. */
const MOST = 6;

/** What a report says of terms, as a list in Markdown: findings of the kind, at the site or with that diagnosis. Empty where it says nothing. */
export function saidOf(
  terms: readonly Term[],
  all: readonly Finding[],
  shown: readonly Finding[],
  style: LevelStyle,
  lexicon: Lexicon,
): string {
  const about = all.filter((finding) => !shown.includes(finding) && terms.some((term) => speaksOf(finding, term)));
  return findingList(shown.length > 0 ? 'Elsewhere in the report:' : 'In the report:', about, style, lexicon);
}

function speaksOf({ kind, sites, suggests }: Finding, term: Term): boolean {
  if (term.category === 'head') return kind === term.id || term.kinds.includes(kind);
  if (term.category === 'site') return sites.includes(term.id) || term.sites.some((site) => sites.includes(site));
  return term.category === 'diagnosis' && (suggests.includes(term.id) || kind === term.id);
}

/** A line for each finding under a title: what it is called, where it is, and whether the impression says so. Empty for none. */
export function findingList(title: string, findings: readonly Finding[], style: LevelStyle, lexicon: Lexicon): string {
  const lines = findings.map((finding) => {
    const words = [findingName(finding, lexicon), finding.side ?? '', placeWords(finding, style)].filter((part) => part !== '');
    return `- ${plain(words.join(' '))}${finding.section === 'impression' ? ' (impression)' : ''}`;
  });
  const different = [...new Set(lines)];
  const more = different.length > MOST ? [`- and ${different.length - MOST} more`] : [];
  return different.length === 0 ? '' : [title, ...different.slice(0, MOST), ...more].join('\n');
}
