import type { CodeLens } from 'vscode-languageserver';
import { impressionStates } from '../../language/assist/impression-state.ts';
import { type RuleTrials, trialsOf } from '../../language/authoring/trials.ts';
import { RUN_EXAMPLES } from '../rule-examples.ts';
import { run } from '../run.ts';
import type { Opened, OpenedRules, Session } from '../session.ts';
import { SYNC_REPORT } from './sync-report.ts';

/** Over each impression, whether it is in step, and to bring it there; over each rule, to run its examples, with how they do. */
export function codeLenses(session: Session): void {
  session.connection.onCodeLens(
    run(session, 'code lenses', [], ({ reports }) => reports.flatMap((report) => overImpressions(session, report)), overRules),
  );
}

const overImpressions = ({ showsPlainLenses }: Session, { snapshot, document }: Opened): CodeLens[] =>
  impressionStates(snapshot).map(({ place, changes, unsupported }) => {
    const open = unsupported === 0 ? '' : `; ${unsupported} ${unsupported === 1 ? 'item rests' : 'items rest'} on no finding`;
    const range = document.rangeOf(place);
    const title =
      changes === 0 ? `In step with the findings${open}` : `Bring in step: ${changes} ${changes === 1 ? 'change' : 'changes'}${open}`;
    // Where there is nothing to do, the command does nothing; a client that tells of commands without a name would call it a fault.
    if (changes === 0 && showsPlainLenses) return { range, command: { title, command: '' } };
    return { range, command: { title, command: SYNC_REPORT, arguments: changes === 0 ? [] : [document.uri] } };
  });

const overRules = ({ reading, document }: OpenedRules): CodeLens[] =>
  trialsOf(reading).map((rule) => ({
    range: document.rangeOf(rule.selection),
    command: { title: `Run examples (${stateOf(rule)})`, command: RUN_EXAMPLES, arguments: [document.uri, rule.id] },
  }));

/** `all 8 pass`, `1 of 8 fails`. */
export function stateOf({ trials, broken }: RuleTrials): string {
  if (broken !== null) return 'the rule cannot be understood';
  if (trials.length === 0) return 'none yet';
  const failed = trials.filter(({ failure }) => failure !== null).length;
  if (failed === 0) return trials.length === 1 ? 'passes' : `all ${trials.length} pass`;
  return `${failed} of ${trials.length} ${failed === 1 ? 'fails' : 'fail'}`;
}
