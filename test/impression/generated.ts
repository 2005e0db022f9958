import fc from 'fast-check';

/** A finding to be worded: what may be changed in it, and how a report says it. */
export interface Spoken {
  readonly noun: string;
  readonly side: string;
  readonly severity: string;
  readonly levels: string;
  readonly size: string;
}

/** Things that a report can name side by side without one speaking of the other. */
const NOUNS: readonly { noun: string; takes: readonly (keyof Spoken)[] }[] = [
  { noun: 'extradural mass', takes: ['levels', 'size'] },
  { noun: 'paraspinal mass', takes: ['side', 'levels', 'size'] },
  { noun: 'presacral mass', takes: ['size'] },
  { noun: 'cord compression', takes: ['severity', 'levels'] },
  { noun: 'canal narrowing', takes: ['severity', 'levels'] },
  { noun: 'thecal sac compression', takes: ['severity', 'levels'] },
  { noun: 'rib expansion', takes: ['side'] },
  { noun: 'kyphosis', takes: ['severity', 'levels'] },
  { noun: 'hepatomegaly', takes: ['severity'] },
  { noun: 'splenomegaly', takes: ['severity'] },
  { noun: 'pleural effusion', takes: ['severity', 'side'] },
  { noun: 'hydronephrosis', takes: ['severity', 'side'] },
  { noun: 'ascites', takes: ['severity'] },
];

const VALUES: Readonly<Record<Exclude<keyof Spoken, 'noun'>, readonly string[]>> = {
  side: ['left', 'right', 'bilateral'],
  severity: ['mild', 'moderate', 'severe', 'moderate to severe'],
  levels: ['D4', 'D5', 'D4 to D7', 'D3 to D8', 'D9 to D11', 'D11 to L2', 'D4, D6 and D9'],
  size: ['3.1 x 2.2 cm', '2.4 x 1.8 cm', '3.1 x 2.9 cm', '5.2 x 3.7 x 2.1 cm'],
};

const one = (noun: (typeof NOUNS)[number]): fc.Arbitrary<Spoken> => {
  const value = (key: Exclude<keyof Spoken, 'noun'>): fc.Arbitrary<string> =>
    noun.takes.includes(key) ? fc.constantFrom('', ...VALUES[key]) : fc.constant('');
  return fc.record({
    noun: fc.constant(noun.noun),
    side: value('side'),
    severity: value('severity'),
    levels: value('levels'),
    size: value('size'),
  });
};

/** Some findings, each of another thing. */
export const findings: fc.Arbitrary<Spoken[]> = fc
  .subarray([...NOUNS], { minLength: 1, maxLength: 7 })
  .chain((nouns) => fc.tuple(...nouns.map(one)));

export const say = ({ noun, side, severity, levels, size }: Spoken): string => {
  const words = [
    severity,
    side,
    noun,
    levels === '' ? '' : levels.includes(' to ') && !levels.includes(',') ? `from ${levels}` : `at ${levels}`,
    size === '' ? '' : `measuring ${size}`,
  ]
    .filter((w) => w !== '')
    .join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};

/** A finding with one of its stated attributes changed to another value; null where it states none. */
export function mutate(spoken: Spoken, pick: number): { changed: Spoken; key: keyof Spoken } | null {
  const keys = (['side', 'severity', 'levels', 'size'] as const).filter((key) => spoken[key] !== '');
  const key = keys[pick % Math.max(1, keys.length)];
  if (key === undefined) return null;
  const others = VALUES[key].filter((v) => v !== spoken[key]);
  return { changed: { ...spoken, [key]: others[pick % others.length] ?? '' }, key };
}

/** Masses of a few sites, each at its own site and side, so that several compete for an item. */
export const masses: fc.Arbitrary<Spoken[]> = fc.uniqueArray(
  fc.record({
    noun: fc.constantFrom('paraspinal mass', 'paraspinal mass', 'extradural mass', 'retroperitoneal mass'),
    side: fc.constantFrom('left', 'right'),
    severity: fc.constant(''),
    levels: fc.constantFrom(...VALUES.levels),
    size: fc.constantFrom('', ...VALUES.size),
  }),
  { minLength: 2, maxLength: 5, selector: (m) => `${m.noun} ${m.side}` },
);

/** A mass, what it causes, and an item that says so in one sentence; levels may be given twice, once or not at all. */
export const causes: fc.Arbitrary<{
  finding: (mass: string, effect: string) => string;
  item: (mass: string, effect: string) => string;
  mass: string[];
  effect: string[];
}> = fc.record({
  finding: fc.constantFrom(
    (mass: string, effect: string) =>
      `Lobulated extradural masses from ${mass}, causing canal narrowing and cord compression at ${effect}.`,
    (mass: string, effect: string) => `Extradural soft tissue, ${mass}. Canal narrowing at ${effect}. Cord compression at ${effect}.`,
  ),
  item: fc.constantFrom(
    (mass: string, effect: string) => `Cord compression at ${effect} and canal narrowing from extradural masses ${mass}.`,
    (mass: string, effect: string) => `Extradural masses ${mass} with canal narrowing and cord compression at ${effect}.`,
    (mass: string) => `Extradural masses ${mass} with canal narrowing and cord compression.`,
    (_: string, effect: string) => `Canal narrowing and cord compression at ${effect} from extradural masses.`,
  ),
  mass: fc.constantFrom(['D3 to D8', 'D2 to D9'], ['D3-D8', 'D3-D6'], ['T3-T8', 'T9-T11']),
  effect: fc.constantFrom(['D4 to D7', 'D5 to D6'], ['D5', 'D6'], ['T4-T7', 'T4-T6']),
});
