import type { CodeLens } from 'vscode-languageserver';
import { type ImpressionState, impressionStates } from '../../language/assist/impression-state.ts';
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

const overImpressions = ({ showsPlainLenses }: Session, { snapshot, document, language }: Opened): CodeLens[] =>
  impressionStates(snapshot, language.lexicon).map((state) => {
    const { place, changes } = state;
    const range = document.rangeOf(place);
    const title = stateWords(state);
    // Where there is nothing to do, the command does nothing; a client that tells of commands without a name would call it a fault.
    if (changes === 0 && showsPlainLenses) return { range, command: { title, command: '' } };
    return { range, command: { title, command: SYNC_REPORT, arguments: changes === 0 ? [] : [document.uri] } };
  });

/** `In step with the findings`, `Bring in step: 2 changes; 1 difference for you to settle`. In step is only what leaves nothing open. */
function stateWords({ changes, unsettled, unsupported }: ImpressionState): string {
  const open = [
    ...(unsettled === 0 ? [] : [`${unsettled} ${unsettled === 1 ? 'difference' : 'differences'} for you to settle`]),
    ...(unsupported === 0 ? [] : [`${unsupported} ${unsupported === 1 ? 'item rests' : 'items rest'} on no finding`]),
  ];
  if (changes > 0) return [`Bring in step: ${changes} ${changes === 1 ? 'change' : 'changes'}`, ...open].join('; ');
  return open.length > 0 ? open.join('; ') : 'In step with the findings';
}

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
