/** What a person or a site sets of the rules. */
export interface RuleSettings {
  /** Rule id -> severity, or `off`. */
  readonly severities: Readonly<Record<string, string>>;
  /** Parameter of rules (`spleen-mm`) -> its number here. */
  readonly parameters: Readonly<Record<string, number>>;
}

export const NO_SETTINGS: RuleSettings = { severities: {}, parameters: {} };

/** The settings that count for a report, in the editor and on the command line: a site's over a person's own, name by name. */
export const settled = (own: RuleSettings, site: RuleSettings | null): RuleSettings => ({
  severities: { ...own.severities, ...site?.severities },
  parameters: { ...own.parameters, ...site?.parameters },
});
