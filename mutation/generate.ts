import { spell } from '../language/impression/spelling.ts';
import { uncapital } from '../language/impression/words.ts';
import { fill, type Manner } from './fill.ts';
import { type BodyLayout, type ItemLayout, type Line, layBody, layItems, shuffled } from './layout.ts';
import {
  ADVICE,
  COMMUNICATIONS,
  DIAGNOSES,
  DIAGNOSES_APART,
  FINDINGS_HEADINGS,
  HEADER_KEYS,
  IMPRESSION_HEADINGS,
  NOTHING,
} from './phrases/report.ts';
import { type Plan, planOf } from './plan.ts';
import { type Random, randomOf } from './random.ts';

/**
 * So many reports without a mistake, no two alike: findings and impression of each are worded from the same facts.
 * The same seed gives the same reports.
 */
export function generateReports(count: number, seed: number): string[] {
  const reports = new Set<string>();
  for (let i = 0; reports.size < count; i++) reports.add(report(randomOf(seed * 1_000_003 + i)));
  return [...reports];
}

function report(random: Random): string {
  const plan = planOf(random);
  const body = mannerOf(random);
  const impression = { ...body, joint: random.pick(JOINTS), unit: random.chance(0.8) ? body.unit : random.pick(['cm', 'mm'] as const) };
  const isSure = random.chance(0.6) ? 0 : 1;
  const width = random.chance(0.4) ? 88 : null;
  const blank = random.chance(0.7) ? '\n' : '';
  const text = [
    ...headerOf(plan, body, random),
    random.pick(FINDINGS_HEADINGS),
    layBody(bodyOf(plan, body, random), random.pick<BodyLayout>(['topics', 'lines', 'prose', 'bullets']), width),
    blank + random.pick(IMPRESSION_HEADINGS),
    layItems(
      itemsOf(plan, impression, isSure, random),
      random.pick<ItemLayout>(['numbers', 'numbers', 'brackets', 'bullets', 'sentences']),
      width,
    ),
  ].join('\n');
  return `${random.chance(0.03) ? text.toUpperCase() : text}\n`;
}

const JOINTS = ['-', ' to ', '-', '–'];

function mannerOf(random: Random): Manner {
  return {
    thoracic: random.pick(['D', 'T'] as const),
    spelling: random.pick(['british', 'british', 'american'] as const),
    joint: random.pick(JOINTS),
    disc: random.pick(['-', '-', '/']),
    unit: random.pick(['cm', 'cm', 'mm'] as const),
    times: random.pick([' x ', ' x ', ' × ']),
    diagnosis: null,
  };
}

/** Lines before the findings, a blank line last; none in some reports. */
function headerOf(plan: Plan, manner: Manner, random: Random): string[] {
  const say = (sentence: string): string => fill(sentence, null, plan, manner, random);
  const title = say(random.pick(plan.exam.titles));
  const technique = say(random.pick(plan.exam.techniques));
  const keys = random.pick(HEADER_KEYS);
  const comparison = plan.priorDate === null ? 'None.' : `${say(plan.prior)} ${plan.priorDate}.`;
  const form = random.pick(['full', 'full', 'full', 'short', 'title'] as const);
  const asked = plan.priorDate !== null;
  const history = spell(plan.history, manner.spelling);
  if (form === 'title') return [title.toUpperCase(), '', ...(asked ? [`Comparison: ${comparison}`, ''] : [])];
  const lines = [
    `${keys.exam}: ${title}`,
    `${keys.date}: ${plan.date}`,
    ...(form === 'full'
      ? [`${keys.patient}: ${random.pick([`${plan.age}-year-old ${plan.sex}`, `${plan.age} Y / ${plan.sex === 'female' ? 'F' : 'M'}`])}`]
      : []),
    `${keys.history}: ${history}`,
    ...(form === 'full' ? [`${keys.technique}: ${technique}`] : []),
    ...(form === 'full' || asked ? [`${keys.comparison}: ${comparison}`] : []),
  ];
  return [...lines, ''];
}

/** The sentences of the findings. */
function bodyOf(plan: Plan, manner: Manner, random: Random): Line[] {
  const { exam, facts, lacking, sex } = plan;
  const isBrief = random.chance(0.2);
  const say = (words: string, fact = null as Plan['facts'][number] | null): string => fill(words, fact, plan, manner, random);
  const stated = facts.flatMap((fact, i): Line[] => {
    const { thing } = fact;
    const words = possibly(fact.isPossible, say(random.pick(isBrief || fact.isPossible ? thing.brief : thing.body), fact));
    const isFirstMass = thing.isMass === true && facts.findIndex((f) => f.thing.isMass === true) === i;
    const more =
      isFirstMass && exam.ofMasses.length > 0 && random.chance(0.6) ? [{ topic: thing.topic, words: say(random.pick(exam.ofMasses)) }] : [];
    return [{ topic: thing.topic, words }, ...more];
  });
  const topics = new Set(facts.map(({ thing }) => thing.topic));
  const absent = lacking
    .filter(({ topic, absent: sentences }) => sentences !== undefined && !topics.has(topic) && random.chance(0.5))
    .map(({ topic, absent: sentences = [] }) => ({ topic, words: say(random.pick(sentences)) }));
  const normal = exam.normal
    .filter((one) => (one.sex === undefined || one.sex === sex) && random.chance(0.5))
    .map(({ topic, words }) => ({ topic, words: say(random.pick(words)) }));
  const nouns = random.some([...lacking.flatMap(({ deny }) => deny ?? []), ...exam.deny], random.below(4));
  const denied =
    nouns.length === 0
      ? []
      : [{ topic: 'Other', words: say(`No ${listed(shuffled(nouns, random), random.pick([' or ', ' or ', ', ']))}`) }];
  const both = plan.denials.map(({ topic, body }) => ({ topic, words: say(random.pick(body)) }));
  return distinct([...stated, ...both, ...absent, ...normal, ...denied]);
}

const possibly = (isPossible: boolean, words: string): string => (isPossible ? `Possible ${uncapital(words)}` : words);

const listed = (words: readonly string[], last: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')}${last}${words.at(-1)}`;

function distinct(lines: readonly Line[]): Line[] {
  const seen = new Set<string>();
  return lines.filter(({ words }) => !seen.has(words) && seen.add(words) !== undefined);
}

/** The items of the impression, the most important first. */
function itemsOf(plan: Plan, manner: Manner, isSure: number, random: Random): string[] {
  const { facts, date } = plan;
  const isApart = facts.some(({ thing }) => thing.isMass) && random.chance(0.25);
  const masses = facts.filter(({ thing }) => thing.isMass === true);
  const others = facts.filter(({ thing }) => thing.isMass !== true);
  const items = [...masses, ...others].map((fact) => {
    const diagnosis = isApart ? null : spell(random.pick(DIAGNOSES[isSure] ?? []), manner.spelling);
    return possibly(fact.isPossible, fill(random.pick(fact.thing.impression), fact, plan, { ...manner, diagnosis }, random));
  });
  const say = (words: string): string => fill(words, null, plan, manner, random);
  return [
    ...(items.length === 0 ? [say(random.pick(NOTHING))] : items),
    ...plan.denials.map(({ impression }) => say(random.pick(impression))),
    ...(isApart ? [say(random.pick(DIAGNOSES_APART[isSure] ?? []))] : []),
    ...(facts.some(({ thing }) => thing.isCritical) ? [say(random.pick(COMMUNICATIONS).replaceAll('{date}', date))] : []),
    ...(random.chance(0.15) ? [say(random.pick(ADVICE))] : []),
  ];
}
