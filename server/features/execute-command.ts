import { ErrorCodes, ResponseError } from '../protocol.ts';
import { RUN_EXAMPLES } from '../rule-examples.ts';
import type { Session } from '../session.ts';
import { runExamples } from './run-examples.ts';
import { SYNC_REPORT, syncReport } from './sync-report.ts';

type Command = (session: Session, args: readonly unknown[]) => Promise<unknown>;

/** What a client can have done; the lenses name these. */
export const COMMANDS: Readonly<Record<string, Command>> = { [RUN_EXAMPLES]: runExamples, [SYNC_REPORT]: syncReport };

export function executeCommand(session: Session): void {
  session.connection.onExecuteCommand(({ command, arguments: args = [] }) =>
    Object.hasOwn(COMMANDS, command)
      ? COMMANDS[command]?.(session, args)
      : new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}: ${Object.keys(COMMANDS).join(', ')}.`),
  );
}
