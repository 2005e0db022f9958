import type { CodeLens } from 'vscode-languageserver';
import { type RuleTrials, trialsOf } from '../../language/authoring/trials.ts';
import { RUN_EXAMPLES } from '../rule-examples.ts';
import { run } from '../run.ts';
import type { OpenedRules, Session } from '../session.ts';

/** Over each rule, to run its examples, with how they do. */
export function codeLenses(session: Session): void {
  session.connection.onCodeLens(run(session, 'code lenses', [], () => [], overRules));
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
