import { formatOptionsOf } from '../language/format/options.ts';
import type { RuleSettings } from '../packs/rule-settings.ts';
import { DidChangeConfigurationNotification } from './protocol.ts';
import { refresh } from './refresh.ts';
import type { Hints, Session } from './session.ts';

const SECTION = 'emh';

/** What settings say of the rules and of formatting, as a client sends them, in any shape. */
export function ruleSettingsOf(settings: unknown): RuleSettings {
  const { severities, parameters, format } = asRecord(settings);
  return {
    severities: only(severities, (value) => typeof value === 'string'),
    parameters: only(parameters, (value): value is number => Number.isFinite(value)),
    format: formatOptionsOf(format),
  };
}

/** Which hints settings ask for. */
export function hintsOf(settings: unknown): Hints {
  const { supportingFindings, grades, levels } = asRecord(asRecord(settings).hints);
  return { supportingFindings: supportingFindings === true, grades: grades === true, levels: levels === true };
}

/** What a client says of `emh`, with that name around it or without; what it leaves open (`null`) is not in it. */
export function ownSettings(settings: unknown): Readonly<Record<string, unknown>> {
  const all = asRecord(settings);
  const own = { ...all, ...asRecord(all[SECTION]) };
  return Object.fromEntries(Object.entries(own).filter(([name, value]) => name !== SECTION && value !== null));
}

const only = <T>(values: unknown, isRight: (value: unknown) => value is T): Record<string, T> =>
  Object.fromEntries(Object.entries(asRecord(values)).filter((entry): entry is [string, T] => isRight(entry[1])));

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/**
 * Follows the settings `emh.severities`, `emh.parameters`, `emh.format` and `emh.hints`: asked for where the client can be asked, else as it is
 * sent. One that the client is silent about stays as it was given at the start. `changed` is called on each change.
 * Gives what to do once the client is ready.
 */
export function followSettings(session: Session, changed: () => void): () => void {
  const { connection } = session;
  let sent: unknown = null;
  const take = (newer: unknown): void => {
    const settings = { ...session.givenSettings, ...ownSettings(newer) };
    if (session.setSettings(ruleSettingsOf(settings))) changed();
    const hints = hintsOf(settings);
    const isOther = JSON.stringify(hints) !== JSON.stringify(session.hints);
    session.hints = hints;
    if (isOther && session.capabilities.workspace?.inlayHint?.refreshSupport === true) refresh(session, 'inlayHints');
  };
  const ask = async (): Promise<void> => {
    try {
      take((await connection.workspace.getConfiguration(SECTION)) ?? sent);
    } catch (error) {
      connection.console.warn(`The settings could not be read: ${error instanceof Error ? error.message : String(error)}`);
      take(sent);
    }
  };
  const canAsk = (): boolean => session.capabilities.workspace?.configuration === true;
  connection.onDidChangeConfiguration(({ settings }) => {
    sent = settings;
    if (canAsk()) void ask();
    else take(settings);
  });
  return () => {
    if (session.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true)
      connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => undefined);
    if (canAsk()) void ask();
  };
}
