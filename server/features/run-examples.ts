import { type RuleTrials, trialsOf } from '../../language/authoring/trials.ts';
import { MessageType, ShowMessageNotification } from '../protocol.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { guarded } from '../run.ts';
import type { OpenedRules, OpenedTemplate, Session } from '../session.ts';
import { stateOf, stateOfTrials } from './code-lens.ts';

const NONE: RuleExamples = { rules: [] };

/** Runs examples where a person asks for it. A client that shows results itself says so with the option `showsExamples`; to others they are told. */
export async function runExamples(session: Session, [uri, id]: readonly unknown[]): Promise<RuleExamples> {
  if (typeof uri !== 'string') return NONE;
  await session.lookUpSite(uri);
  return guarded(session, 'run examples', NONE, () => {
    const template = session.openedTemplate(uri);
    if (template !== undefined) return ofTemplate(session, template);
    const opened = session.openedRules(uri);
    if (opened === undefined) return NONE;
    const rules = trialsOf(opened.reading).filter((rule) => typeof id !== 'string' || rule.id === id);
    if (!session.showsExamples) tell(session, rules);
    return { rules: rules.map((rule) => toExamples(rule, opened)) };
  });
}

function ofTemplate(session: Session, opened: OpenedTemplate): RuleExamples {
  const { document, template, trials } = opened;
  if (!session.showsExamples)
    show(
      session,
      [`${template.name}: ${stateOfTrials(trials)}.`],
      trials.some(({ problems }) => problems.length > 0),
    );
  const examples = trials.map(({ example, problems, difference }) => {
    const [first] = problems;
    return {
      label: example.name === '' ? 'example' : example.name,
      range: document.rangeOf(example.whole),
      failure:
        first === undefined
          ? null
          : {
              message: problems.map(({ message }) => message).join('\n'),
              range: document.rangeOf(first.range),
              ...(difference === null ? {} : { difference }),
            },
    };
  });
  const range = document.rangeOf({ start: 0, end: document.text.trimEnd().length });
  return { rules: examples.length === 0 ? [] : [{ id: template.name, range, broken: null, examples }] };
}

function tell(session: Session, rules: readonly RuleTrials[]): void {
  const lines = rules.map((rule) => `${rule.id}: ${stateOf(rule)}.`);
  const fails = rules.some(({ broken, trials }) => broken !== null || trials.some(({ failure }) => failure !== null));
  show(session, lines, fails);
}

function show({ connection }: Session, lines: readonly string[], fails: boolean): void {
  const type = fails ? MessageType.Warning : MessageType.Info;
  void connection.sendNotification(ShowMessageNotification.type, { type, message: lines.join(' ') });
}

const toExamples = ({ id, range, broken, trials }: RuleTrials, { document }: OpenedRules): RuleExamples['rules'][number] => ({
  id,
  range: document.rangeOf(range),
  broken,
  examples: trials.map(({ label, range: own, failure }) => ({
    label,
    range: document.rangeOf(own),
    failure: failure && { message: failure.message, range: document.rangeOf(failure.range) },
  })),
});
