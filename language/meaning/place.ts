import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Statement } from '../syntax/report.ts';
import type { Draft, Said } from './draft.ts';
import { is, type Node } from './node.ts';
import { readLevels } from './read-levels.ts';
import { SPINAL } from './spinal.ts';
import type { StatementMeaning } from './statement.ts';

/** The level that a paragraph is about: `At L4-L5, there is a bulge. There is mild narrowing.` */
export interface LeadingLevel {
  readonly paragraph: number;
  readonly levels: readonly string[];
  readonly discs: readonly string[];
}

export function leadingLevel({ statement, meaning }: Said, before: LeadingLevel | null): LeadingLevel | null {
  const { isNamed, leads } = levelIn(meaning);
  if (!isNamed) return before !== null && before.paragraph === statement.paragraph ? before : null;
  return leads === null ? null : { paragraph: statement.paragraph, ...leads };
}

/** Whether a statement names a level, and the level that it begins with. */
export interface StatedLevel {
  readonly isNamed: boolean;
  readonly leads: Pick<LeadingLevel, 'levels' | 'discs'> | null;
}

const levelIn = ({ nodes, made }: StatementMeaning): StatedLevel => (made.level ??= findLevel(nodes));

function findLevel(nodes: readonly Node[]): StatedLevel {
  const at = nodes.findIndex((n) => n.type === 'levels');
  const phrase = nodes[at]?.phrase;
  if (phrase?.type !== 'levels') return NOT_NAMED;
  const isFirst = at <= 2 && nodes.slice(0, at).every((n) => is(n, 'preposition') || is(n, 'word'));
  if (!isFirst) return { isNamed: true, leads: null };
  const { levels, discs } = readLevels(phrase.parts, true);
  return { isNamed: true, leads: { levels, discs } };
}

const NOT_NAMED: StatedLevel = { isNamed: false, leads: null };

/** `at this level`: that of the finding before it. */
export function takeLevel(draft: Draft, drafts: readonly Draft[]): void {
  const before = drafts.filter((d) => d.paragraph === draft.paragraph && d.levels.length + d.discs.length > 0).at(-1);
  if (before === undefined || draft.levels.length + draft.discs.length > 0) return;
  draft.levels = [...before.levels];
  draft.discs = [...before.discs];
}

/** `at any level`, `at the other levels`, `elsewhere`: not at the level that the paragraph is about. */
export const isElsewhere = (meaning: StatementMeaning): boolean =>
  meaning.nodes.some(
    (n, i) =>
      n.text === 'elsewhere' ||
      n.text === 'throughout' ||
      (is(n, 'word', 'level') && /^(any|other|all|every|remaining|further)$/.test(meaning.nodes[i - 1]?.text ?? '')),
  );

/** Narrowings and discs of the paragraph are at its level where they name none. */
export function takePlace(draft: Draft, place: LeadingLevel): void {
  if (draft.levels.length + draft.discs.length > 0 || draft.paragraph !== place.paragraph || !SPINAL.test(draft.kind)) return;
  draft.levels = [...place.levels];
  draft.discs = [...place.discs];
}

/** `It harbours two lesions`, `in segments VI and VII`, `in the right lobe`: inside the organ spoken of before. */
export const isInOrgan = (meaning: StatementMeaning): boolean =>
  (is(meaning.nodes[0], 'pronoun') && meaning.nodes.slice(1, 3).some((n) => is(n, 'verb', 'show'))) ||
  meaning.nodes.some((n) => /^(segments?|lobes?|upper pole|lower pole|pole|poles|parenchyma)$/.test(n.text));

/** Organs whose own findings name them: splenomegaly is of the spleen. */
const ORGANS = ['liver', 'spleen', 'kidney', 'adrenal', 'pancreas', 'lung'];

export function organBefore(drafts: readonly Draft[], statement: Statement, lexicon: Lexicon): string[] {
  const before = drafts.filter((d) => d.paragraph === statement.paragraph).at(-1);
  if (before === undefined) return [];
  const implied = ORGANS.filter((organ) => lexicon.implies(before.kind, organ));
  if (before.statement === statement.index) return implied;
  if (implied.length === 1) return implied;
  if (before.mention.role === 'normal') return before.sites.slice(0, 1);
  const [place, ...more] = before.sites;
  return before.mention.structure !== null ? [before.mention.structure] : place !== undefined && more.length === 0 ? [place] : [];
}

/** `It contains calcification`: where the mass is. */
export function signPlace(draft: Draft, mass: Draft | null): void {
  if (mass !== null && mass.kind === 'mass' && mass.presence !== 'absent') draft.sites = mass.sites;
}
