import type { Lexicon } from '../lexicon/lexicon.ts';
import { pluralOf } from '../lexicon/spelling.ts';
import type { Term } from '../lexicon/term.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Given } from '../meaning/given.ts';
import { type LevelStyle, levelRuns } from '../meaning/notation.ts';
import { fold } from '../text/fold.ts';
import { saidLevels } from './edit-levels.ts';
import { gradeWords } from './edit-words.ts';
import { doubtWord } from './hedge.ts';
import { isWithin } from './sites.ts';
import { type Spelling, spell } from './spelling.ts';
import { diagnosisWords } from './word-diagnosis.ts';
import { capital, listed, wordsAt } from './words.ts';

/** How a report is written, for the words that are added to it. */
export interface Manner {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly given: Given;
  readonly levels: LevelStyle;
  readonly spelling: Spelling;
  /** The impression is in capitals throughout. */
  readonly capitals: boolean;
}

/**
 * One impression sentence, with its full stop, for a finding and those that it causes: `Lobulated extradural masses D3-D8
 * causing canal narrowing and cord compression at D4-D7.` Only what the findings state; the same for the same
 * findings. `tie` is how these say that the others belong to it.
 */
export function wordItem(root: Finding, effects: readonly Finding[], manner: Manner, tie: 'causing' | 'with' = 'causing'): string {
  const head = named(root, manner, placed(root, manner));
  const diagnosis = diagnosisWords(root, manner);
  const causing = effects.length === 0 ? '' : `${diagnosis === '' ? '' : ','} ${tie} ${listed(wordEffects(effects, manner))}`;
  const sentence = `${capital(spell(head + diagnosis + causing, manner.spelling))}.`;
  return manner.capitals ? sentence.toUpperCase() : sentence;
}

/** `No cord compression, spinal canal narrowing or paraspinal mass.` */
export function wordDenial(denied: readonly Finding[], manner: Manner): string {
  const things = [...new Set(denied.map((f) => named({ ...f, count: null }, manner, placed(f, manner))))];
  const sentence = `No ${spell(listed(things, 'or'), manner.spelling)}.`;
  return manner.capitals ? sentence.toUpperCase() : sentence;
}

/** Effects by place, those with levels first; those of one place share its words behind the last. */
function wordEffects(effects: readonly Finding[], manner: Manner): string[] {
  const places = Map.groupBy(effects, (f) => saidLevels(f, manner.levels));
  const groups = [...places].sort(([a], [b]) => Number(a === '') - Number(b === ''));
  return groups.flatMap(([, group]) => group.map((f, i) => named(f, manner, i === group.length - 1 ? placed(f, manner) : '')));
}

/** The finding by its term's pattern: `{severity} {side} neural foraminal narrowing {levels} {discs}`. */
function named(f: Finding, manner: Manner, levels: string): string {
  const { lexicon, text } = manner;
  const term = termOf(f, lexicon);
  const pattern = pluralised(term, f, text);
  const sizes = manner.given.sizes(f).flat();
  const sizeAsSaid = f.where.size === undefined ? sizeWords(f.sizeMm) : wordsAt(text, f.where.size).replace(/\s+/g, ' ');
  const severalSizes = manner.given.sizes(f).length > 1;
  const size = severalSizes ? `up to ${sizeWords([Math.max(...sizes)])}` : sizeAsSaid;
  const isBehind = /[a-z]/.test(pattern.slice(0, Math.max(0, pattern.indexOf('{sites}'))).replace(/\{[a-z]+\}/g, ''));
  const own = isBehind ? null : ownSite(f, manner);
  const sites = own === null ? siteLabels(f, lexicon, isBehind) : [own];
  const sideBehind = isBehind && sites.length > 0 && pattern.includes('{side} {sites}');
  const slots: Readonly<Record<string, string>> = {
    severity: gradeWords(f.severity ?? []),
    side: sideBehind ? '' : (f.side ?? ''),
    sites:
      sites.length === 0
        ? ''
        : isBehind
          ? `${f.kind === 'mass-effect' ? 'on' : 'in'} the ${sideBehind && f.side !== null ? `${f.side} ` : ''}${listed(sites)}`
          : sites.length > 2 || f.kind === 'lymphadenopathy'
            ? listed(sites)
            : sites.join(' '),
    levels,
    discs: '',
    size: size === '' ? '' : `${!severalSizes && isUpTo(f, text) ? 'up to' : 'measuring'} ${size}`,
    count: f.count === null ? '' : (lexicon.term(f.count, 'count')?.label ?? ''),
    morphology: shapeWords(f, manner),
  };
  const words = nounFor(pattern, term, f, sites)
    .replace(/\{([a-z]+)\}/g, (_, slot: string) => slots[slot] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const dominant = f.side === 'bilateral' && f.dominantSide !== null ? `, predominantly on the ${f.dominantSide}` : '';
  const [before, behind] = CHANGES[f.change ?? ''] ?? ['', ''];
  return `${f.presence === 'possible' ? `${doubtWord([f], text)} ` : ''}${before}${ageWord(f, manner)}${words}${dominant}${behind}`;
}

/** `old` of an old fracture, as the findings say it right before what they name. */
function ageWord({ where: { head } }: Finding, { text }: Manner): string {
  const word =
    head === undefined
      ? undefined
      : /\b(old|healed|healing|chronic|remote|acute|subacute)\s+$/i.exec(text.slice(Math.max(0, head.start - 12), head.start));
  return word?.[1] === undefined ? '' : `${word[1].toLowerCase()} `;
}

/** At most two words of shape; a single one as it is written (`large`). */
function shapeWords(f: Finding, { text, lexicon }: Manner): string {
  const own = f.morphology.length === 1 && f.where.morphology !== undefined ? wordsAt(text, f.where.morphology).toLowerCase() : '';
  if (/^[a-z-]+$/.test(own)) return own;
  return f.morphology
    .flatMap((id) => lexicon.term(id, 'morphology')?.label ?? [])
    .slice(0, 2)
    .join(' ');
}

/** How a change is said before or behind the thing. */
const CHANGES: Readonly<Record<string, readonly [before: string, behind: string]>> = {
  new: ['new ', ''],
  recurrent: ['recurrent ', ''],
  residual: ['residual ', ''],
  unchanged: ['', ', unchanged'],
  increased: ['', ', increased in size'],
  decreased: ['', ', decreased in size'],
};

/** `{sites} bone erosion`: the site of a bone says so itself; `{sites} expansion` without a site is the term's own label. */
function nounFor(pattern: string, term: Term | undefined, f: Finding, sites: readonly string[]): string {
  if (sites.length > 0) return f.sites.every((id) => isWithin(id, 'bone')) ? pattern.replace('{sites} bone ', '{sites} ') : pattern;
  const noun = /\{sites\} ([a-z ]+?)(?= \{|$)/.exec(pattern)?.[1];
  return noun === undefined || !term?.label.endsWith(` ${noun}`) ? pattern : pattern.replace(noun, term.label);
}

const termOf = (f: Finding, lexicon: Lexicon): Term | undefined => lexicon.term(f.kind, 'head');

/** The pattern, with its noun in the plural where the findings have it so and the thing can be counted. */
function pluralised(term: Term | undefined, f: Finding, text: string): string {
  const pattern = term?.impression || term?.label || f.kind.replaceAll('-', ' ');
  const said = f.where.head === undefined ? '' : fold(wordsAt(text, f.where.head));
  const last = term?.label.split(' ').at(-1) ?? '';
  // What is seen may be more or less than a mass.
  const own = last === 'mass' ? /(lesion|nodule|deposit)s?$/.exec(said)?.[1] : undefined;
  if (own !== undefined) return pattern.replace(/\bmass\b/, said.endsWith('s') || f.side === 'bilateral' ? pluralOf(own) : own);
  // `a paraspinal mass on both sides` is two.
  const isPlural =
    (f.side === 'bilateral' && last === 'mass') ||
    said.endsWith(pluralOf(last)) ||
    /(masses|lesions|nodules|deposits|tumou?rs|foci)$/.test(said);
  if (!isPlural || !term?.frame.includes('count') || pluralOf(last) === last) return pattern;
  return pattern.replace(new RegExp(`\\b${last}\\b`), pluralOf(last));
}

/** Sites as they stand before a noun (`extrapleural`, `para-aortic`) or, where that is an adjective, as the noun it lacks (`extradural space`). */
function siteLabels(f: Finding, lexicon: Lexicon, asNoun: boolean): string[] {
  const implied = new Set(termOf(f, lexicon)?.sites ?? []);
  return f.sites
    .filter((id) => !implied.has(id))
    .flatMap((id) => {
      const term = lexicon.term(id, 'site');
      if (term === undefined) return [];
      const noun = term.synonyms.find((s) => s.startsWith(`${term.label} `) && / (region|space|area|compartment)$/.test(s));
      return asNoun ? (noun ?? term.label) : f.kind === 'lymphadenopathy' ? term.label.replace(/ nodes?$/, '') : term.label;
    });
}

/** The report's own word for the one site of a finding, where it stands before a noun (`epidural`, `prevertebral`); null for none. */
function ownSite(f: Finding, { text, lexicon }: Manner): string | null {
  const [id, ...more] = f.sites;
  const term = id === undefined || more.length > 0 ? undefined : lexicon.term(id, 'site');
  if (term === undefined || f.where.sites === undefined || !ADJECTIVE.test(term.label)) return null;
  const word = fold(wordsAt(text, f.where.sites)).replace(/\s+(space|region|area|compartment|location)$/, '');
  return ADJECTIVE.test(word) && term.synonyms.includes(word) ? word : null;
}

const ADJECTIVE = /^[a-z]+(?:al|ous)$/;

/** Whether the findings call a size the largest. */
const isUpTo = ({ where: { size } }: Finding, text: string): boolean =>
  size !== undefined && /\bup to\s+$/i.test(text.slice(Math.max(0, size.start - 12), size.start));

const sizeWords = (mm: readonly number[] | null): string =>
  mm === null || mm.length === 0 ? '' : `${mm.map((x) => String(Math.round(x) / 10)).join(' x ')} cm`;

/** Levels with their preposition: a mass lies `D3-D8` or `from D3 to D8`, everything else `at` its levels. */
function placed(f: Finding, { levels: style, lexicon }: Manner): string {
  const words = saidLevels(f, style);
  const [run = [], ...more] = levelRuns(f.levels);
  const extent =
    termOf(f, lexicon)?.rank === 2 && f.discs.length === 0 && more.length === 0 && run.length > (style.range === ' to ' ? 1 : 2);
  if (words === '') return '';
  return extent ? (style.range.includes(' ') ? `from ${words}` : words) : `at ${words}`;
}
