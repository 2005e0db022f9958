/** A system of codes as the format declares it. */
export interface Scheme {
  readonly name: string;
  /** Its object identifier. */
  readonly designator: string;
}

const SCHEMES = {
  radlex: { name: 'RADLEX', designator: '2.16.840.1.113883.6.256' },
  snomed: { name: 'SNOMEDCT', designator: '2.16.840.1.113883.6.96' },
  loinc: { name: 'LOINC', designator: '2.16.840.1.113883.6.1' },
} as const satisfies Record<string, Scheme>;

/** The scheme of a system of the lexicon; null for one that the format's files do not use. */
export const schemeOf = (system: string): Scheme | null =>
  Object.hasOwn(SCHEMES, system) ? SCHEMES[system as keyof typeof SCHEMES] : null;

/** Those that files declare, in their order. */
export const DECLARED: readonly Scheme[] = Object.values(SCHEMES);

/** The scheme of a code by its form; codes of another form are the department's own. */
export function schemeOfCode(code: string): Scheme | null {
  if (/^RP?ID\d+$/i.test(code)) return SCHEMES.radlex;
  if (/^\d{1,7}-\d$/.test(code)) return SCHEMES.loinc;
  return /^\d{6,18}$/.test(code) ? SCHEMES.snomed : null;
}
