import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Severities } from './environment.ts';
import type { Session } from './session.ts';

const SECTION = 'emh';

/** Rule severities of settings as a client sends them, in any shape. */
export function severitiesOf(settings: unknown): Severities {
  const severities = asRecord(asRecord(settings).severities);
  return Object.fromEntries(Object.entries(severities).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/**
 * Follows the setting `emh.severities`: asked for where the client can be asked, else as it is sent. `changed` is called on each change.
 * Gives what to do once the client is ready.
 */
export function followSettings(session: Session, changed: () => void): () => void {
  const { connection } = session;
  const take = (settings: unknown): void => {
    if (session.setSeverities(severitiesOf(settings))) changed();
  };
  const ask = async (): Promise<void> => {
    try {
      take(await connection.workspace.getConfiguration(SECTION));
    } catch (error) {
      connection.console.warn(`The settings could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const canAsk = (): boolean => session.capabilities.workspace?.configuration === true;
  connection.onDidChangeConfiguration(({ settings }) => {
    if (canAsk()) void ask();
    else take(asRecord(settings)[SECTION] ?? settings);
  });
  return () => {
    if (session.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true)
      connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => undefined);
    if (canAsk()) void ask();
  };
}
