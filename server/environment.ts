import type { Language } from '../language/language.ts';

/** Rule id -> severity, or `off`. */
export type Severities = Readonly<Record<string, string>>;

/** What a host gives to the server. */
export interface Environment {
  readonly version: string;
  createLanguage(severities: Severities): Language;
  /** Runs a callback soon, after messages that have already come. */
  defer(callback: () => void): void;
}
