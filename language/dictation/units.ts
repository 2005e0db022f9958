import type { Words } from './words.ts';

/** How a unit is written; null for one that stays the word it is, behind a number in figures. */
const UNITS: readonly (readonly [written: string | null, said: string])[] = [
  ['mm', 'millimeter|millimeters|millimetre|millimetres|mm|m m|mms'],
  ['cm', 'centimeter|centimeters|centimetre|centimetres|cm|c m|cms'],
  ['ml', 'milliliter|milliliters|millilitre|millilitres|ml|m l'],
  ['cc', 'cc|c c|cubic centimeter|cubic centimeters|cubic centimetre|cubic centimetres'],
  ['HU', 'hounsfield unit|hounsfield units|hounsfield|hu|h u'],
  ['%', '%|percent|per cent'],
  ['mg', 'milligram|milligrams|mg'],
  [null, 'degrees|tesla|liter|liters|litre|litres|gram|grams|kilogram|kilograms|kg|meter|meters|metre|metres|mls'],
];

const BY_WORDS = new Map(UNITS.flatMap(([written, said]) => said.split('|').map((words) => [words, written] as const)));

/** A unit at word `i`: what it is written as and the word behind it. */
export function unitAt(words: Words, i: number): { written: string; next: number } | null {
  for (const length of [2, 1]) {
    const said = length === 2 ? `${words.at(i)} ${words.at(i + 1)}` : words.at(i);
    const written = BY_WORDS.get(said);
    if (written !== undefined) return { written: written ?? said, next: i + length };
  }
  return null;
}

/** `5 mm`, `20%` */
export const withUnit = (digits: string, unit: string | undefined): string =>
  unit === undefined ? digits : unit === '%' ? `${digits}%` : `${digits} ${unit}`;
