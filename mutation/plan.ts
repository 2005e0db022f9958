import { discBetween } from '../language/meaning/levels.ts';
import type { ExamPhrases, Thing } from './phrases/phrase.ts';
import { EXAMS, HISTORIES } from './phrases/report.ts';
import type { Random } from './random.ts';

/** One thing of a report with the facts behind every sentence on it. */
export interface Fact {
  readonly thing: Thing;
  readonly side: 'left' | 'right';
  readonly grade: string;
  /** Canonical, cranial first, without a gap. */
  readonly levels: readonly string[];
  /** Some of these levels. */
  readonly within: readonly string[];
  readonly discs: readonly string[];
  readonly sizeMm: readonly number[];
  readonly beforeMm: readonly number[];
  readonly isPossible: boolean;
}

/** What a report is about; everything in it follows from this. */
export interface Plan {
  readonly exam: ExamPhrases;
  readonly sex: 'female' | 'male';
  readonly age: number;
  readonly history: string;
  /** ISO dates. */
  readonly date: string;
  readonly priorDate: string | null;
  readonly prior: string;
  readonly facts: readonly Fact[];
  /** Things that are not there. */
  readonly lacking: readonly Thing[];
  /** What both sections deny. */
  readonly denials: ExamPhrases['denials'];
}

const THORACIC = Array.from({ length: 10 }, (_, i) => `T${i + 3}`);
const LUMBAR = ['T11', 'T12', 'L1', 'L2', 'L3', 'L4', 'L5'];

export function planOf(random: Random): Plan {
  const exam = random.pick(EXAMS);
  const sex = random.pick(['female', 'male'] as const);
  const isNormal = random.chance(0.06);
  const chosen: Thing[] = [];
  for (const thing of isNormal ? [] : exam.things) {
    const isTaken = chosen.some(({ group }) => group !== undefined && group === thing.group);
    const isBeside = thing.beside === undefined || chosen.some(({ group }) => group === thing.beside);
    if (!isTaken && isBeside && random.chance(thing.share)) chosen.push(thing);
  }
  const canal = stretch(random, THORACIC, 3 + random.below(5));
  const facts = chosen.map((thing) => factOf(random, thing, exam, canal));
  const needsPrior = chosen.some(({ id }) => id === 'grown-mass' || id === 'stable-mass');
  const year = 2016 + random.below(9);
  return {
    exam,
    sex,
    age: 18 + random.below(40),
    history: random.pick(HISTORIES),
    date: dateOf(random, year),
    priorDate: needsPrior || random.chance(0.3) ? dateOf(random, year - 1) : null,
    prior: needsPrior ? 'CT thorax' : random.pick(exam.priors),
    facts,
    denials: exam.denials.filter(({ unless }) => !chosen.some(({ id, group }) => id === unless || group === unless) && random.chance(0.2)),
    lacking: exam.things.filter(
      (thing) => !chosen.includes(thing) && !chosen.some(({ group }) => group !== undefined && group === thing.group),
    ),
  };
}

function factOf(random: Random, thing: Thing, exam: ExamPhrases, canal: readonly string[]): Fact {
  const isLumbar = thing.id === 'paraspinal-lumbar';
  const isInCanal = thing.group === 'epidural' || thing.beside === 'epidural';
  const levels = isInCanal
    ? canal
    : stretch(random, isLumbar ? LUMBAR : THORACIC, exam.id === 'chest-radiograph' ? 3 : 1 + random.below(5));
  const within = stretch(random, levels, 1 + random.below(Math.max(1, levels.length - 1)));
  const pairs = levels.slice(1).map((level, i) => discBetween(levels[i] ?? '', level) ?? '');
  const first = random.below(Math.max(1, pairs.length - 1));
  const sizeMm = sizeOf(random, thing);
  return {
    thing,
    side: random.pick(['left', 'right'] as const),
    grade: thing.grades === undefined ? '' : random.pick(thing.grades),
    levels,
    within,
    discs: pairs.slice(first, first + 1 + random.below(2)),
    sizeMm,
    isPossible: thing.canBePossible === true && random.chance(0.08),
    beforeMm: sizeMm.map((mm) => Math.round(mm * (0.6 + random.next() * 0.15))),
  };
}

/** So many neighbours of a list. */
function stretch(random: Random, list: readonly string[], count: number): string[] {
  const length = Math.min(count, list.length);
  const from = random.below(list.length - length + 1);
  return list.slice(from, from + length);
}

/** Falling dimensions in mm. */
function sizeOf(random: Random, { cm, dimensions = 1 }: Thing): number[] {
  if (cm === undefined) return [];
  const sizes = [Math.round((cm[0] + random.next() * (cm[1] - cm[0])) * 10)];
  while (sizes.length < dimensions) sizes.push(Math.max(8, Math.round((sizes.at(-1) ?? 0) * (0.65 + random.next() * 0.3))));
  return sizes;
}

const two = (n: number): string => String(n).padStart(2, '0');
const dateOf = (random: Random, year: number): string => `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
