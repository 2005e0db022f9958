import type { CodeLens } from 'vscode-languageserver';
import { type ImpressionState, impressionStates } from '../../language/assist/impression-state.ts';
import { type RuleTrials, trialsOf } from '../../language/authoring/trials.ts';
import type { TemplateTrial } from '../../language/template/run-examples.ts';
import { holdsTemplate } from '../document-kind.ts';
import { ListsOfReports, together } from '../kept-lists.ts';
import { RUN_EXAMPLES } from '../rule-examples.ts';
import { run } from '../run.ts';
import type { Opened, OpenedRules, Session } from '../session.ts';
import { SYNC_REPORT } from './sync-report.ts';

/** Over each impression, whether it is in step, and to bring it there; over each rule and a template's first example, to run examples, with how they do. */
export function codeLenses(session: Session): void {
  const lists = new ListsOfReports((report: Opened) => overImpressions(session, report));
  session.documents.onDidClose(({ document }) => lists.forget(document.uri));
  session.connection.onCodeLens(
    run(
      session,
      'code lenses',
      [] as CodeLens[],
      async (opened) => together([...(await lists.inTurns(session, opened, opened.snapshots)), overExamples(session, opened)]),
      overRules,
    ),
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

function overExamples(session: Session, { document }: Opened): CodeLens[] {
  const opened = holdsTemplate(document) ? session.openedTemplate(document.uri) : undefined;
  const [first] = opened?.trials ?? [];
  if (opened === undefined || first === undefined) return [];
  const title = `Run examples (${stateOfTrials(opened.trials)})`;
  return [
    {
      range: document.rangeOf(first.example.range),
      command: { title, command: RUN_EXAMPLES, arguments: [document.uri, opened.template.name] },
    },
  ];
}

/** The same of a template's examples. */
export const stateOfTrials = (trials: readonly TemplateTrial[]): string => passing(trials.map(({ problems }) => problems.length === 0));

/** `all 8 pass`, `1 of 8 fails`. */
export function stateOf({ trials, broken }: RuleTrials): string {
  if (broken !== null) return 'the rule cannot be understood';
  return passing(trials.map(({ failure }) => failure === null));
}

function passing(all: readonly boolean[]): string {
  if (all.length === 0) return 'none yet';
  const failed = all.filter((passes) => !passes).length;
  if (failed === 0) return all.length === 1 ? 'passes' : `all ${all.length} pass`;
  return `${failed} of ${all.length} ${failed === 1 ? 'fails' : 'fail'}`;
}
