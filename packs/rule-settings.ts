import type { FormatOptions } from '../language/format/options.ts';

/** What a person or a site sets of the rules and of formatting. */
export interface RuleSettings {
  /** Rule id -> severity, or `off`. */
  readonly severities: Readonly<Record<string, string>>;
  /** Parameter of rules (`spleen-mm`) -> its number here. */
  readonly parameters: Readonly<Record<string, number>>;
  /** What formatting does, where it is not the usual. */
  readonly format: Partial<FormatOptions>;
}

export const NO_SETTINGS: RuleSettings = { severities: {}, parameters: {}, format: {} };

/** The settings that count for a report, in the editor and on the command line: a site's over a person's own, name by name. */
export const settled = (own: RuleSettings, site: RuleSettings | null): RuleSettings => ({
  severities: { ...own.severities, ...site?.severities },
  parameters: { ...own.parameters, ...site?.parameters },
  format: { ...own.format, ...site?.format },
});
