/** Millimetres of each unit of length that a report uses. */
const MM: Readonly<Record<string, number>> = { mm: 1, cm: 10, inch: 25.4 };

/** Values with their unit (a lexicon value) in millimetres, to a tenth; null where it is no unit of length, or none is written. */
export function millimetres(values: readonly number[], unit: string | null): number[] | null {
  const factor = MM[unit ?? ''];
  return factor === undefined ? null : values.map((value) => Math.round(value * factor * 10) / 10);
}
