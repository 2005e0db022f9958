/** What formatting does. A department switches off what it writes otherwise. */
export interface FormatOptions {
  /** Takes blanks off the ends of lines. */
  readonly trailingBlanks: boolean;
  /** Turns tabs and no-break spaces into plain blanks. */
  readonly plainBlanks: boolean;
  /** Makes two blanks between words one; a line with wider gaps is a table and stays. */
  readonly doubleBlanks: boolean;
  /** Puts one blank behind a topic's colon, but for columns. */
  readonly topicColon: boolean;
  /** One blank line before a section, never two in a row. */
  readonly blankLines: boolean;
  /** Writes a heading as the report writes most of its headings. */
  readonly headings: boolean;
  /** Numbers the items of an impression from 1, unless the report refers to an item by its number. */
  readonly numbering: boolean;
  /** Sets the wrapped lines of an item under its words, and those of topics as far in as the report does. */
  readonly continuation: boolean;
  /** The dash between two levels: as most of the report has it, `-`, an en dash, or left alone. */
  readonly levelDash: 'report' | 'hyphen' | 'enDash' | 'off';
  /** Writes `×` for the `x` of a size. */
  readonly timesSign: boolean;
}

export const USUAL_FORMAT: FormatOptions = {
  trailingBlanks: true,
  plainBlanks: true,
  doubleBlanks: true,
  topicColon: true,
  blankLines: true,
  headings: true,
  numbering: true,
  continuation: true,
  levelDash: 'report',
  timesSign: false,
};

export const LEVEL_DASHES: readonly FormatOptions['levelDash'][] = ['report', 'hyphen', 'enDash', 'off'];

/** Those of settings, in whatever shape they come, that are right; the others are left out. */
export function formatOptionsOf(settings: unknown): Partial<FormatOptions> {
  if (typeof settings !== 'object' || settings === null) return {};
  const isRight = ([name, value]: [string, unknown]): boolean =>
    name === 'levelDash' ? LEVEL_DASHES.some((dash) => dash === value) : Object.hasOwn(USUAL_FORMAT, name) && typeof value === 'boolean';
  return Object.fromEntries(Object.entries(settings).filter(isRight));
}
