import type { Event, ExtensionContext, LanguageStatusItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { RUN_EXAMPLES } from '../../server/rule-examples.ts';
import { registerCommands } from './commands.ts';
import { desk } from './desk.ts';
import { fieldCommands } from './fields.ts';
import { newReportCommand } from './new-report.ts';
import { type Panels, registerPanels } from './panels/panels.ts';
import { passing } from './passing.ts';
import { type Outcome, RuleTests } from './rule-tests.ts';
import { showStatus } from './status.ts';
import { syncAsYouType } from './sync-as-you-type.ts';

/** What other extensions and tests may use. */
export interface Api {
  readonly panels: Panels;
  /** Resolves when the server answers, or when it is known that it will not. */
  readonly ready: Promise<void>;
  /** What the language status shows of the active report: what is open in it, and with what it is read. */
  readonly status: { readonly checks: Said; readonly language: Said };
  /** With the words of each warning that a setting sends dictation off the machine. */
  readonly onDidWarn: Event<string>;
  /** With what became of each run of examples. */
  readonly onDidRunExamples: Event<Outcome>;
}

type Said = Readonly<Pick<LanguageStatusItem, 'text' | 'detail' | 'severity'>>;

/** Starts a client and what goes with it, and does not wait for the server: an editor that starts waits for no extension. */
export function start(context: ExtensionContext, client: BaseLanguageClient): Api {
  const ruleTests = new RuleTests(client);
  // The lens over a rule names a command of the server; here its examples run in the Test Explorer.
  client.middleware.executeCommand = async (command, args, next) => {
    if (command !== RUN_EXAMPLES) return next(command, args);
    const said = await ruleTests.run(String(args[0]), args[1] as string | undefined);
    passing(said);
    return said;
  };
  // Before the server answers: panels of the last session wait to be filled.
  const { panels, subscriptions } = registerPanels(client, context.extensionUri);
  const checks = showStatus(client);
  const around = desk(context, client);
  context.subscriptions.push(
    ...subscriptions,
    registerCommands(client),
    checks,
    ruleTests,
    syncAsYouType(client),
    fieldCommands(client),
    newReportCommand(client),
    around,
  );
  // The client has told the reader why it could not start; the status keeps saying so, and offers another try.
  return {
    panels,
    ready: client.start().catch(() => undefined),
    status: { checks: checks.item, language: around.language },
    onDidWarn: around.onDidWarn,
    onDidRunExamples: ruleTests.onDidRun,
  };
}
