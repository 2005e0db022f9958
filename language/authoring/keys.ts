/** The key words that begin the lines of a rule, in their usual order, with what they are for. */
export const KEYS: Readonly<Record<string, string>> = {
  rule: 'Begins a rule: its id, of small letters, digits and hyphens. The id stands behind each message, and in `emh-ignore`.',
  title: 'What the rule finds, in a few words.',
  parameter: 'A number that a department may set otherwise: `parameter spleen-mm 120`.',
  when: 'What the rule looks for: a finding in report phrases, or a condition. The rule looks at every way in which its `when` and `and` lines hold together.',
  and: 'What must hold together with the lines above it.',
  expect: 'What must then be in the report as well; where it is not, the rule fires.',
  unless: 'An exception: where it holds, the rule is silent.',
  or: 'Another way to fulfil the line above.',
  while: 'What must hold together with the line above, within that way.',
  error:
    'What the diagnostic says, as an error. `error when CONDITION: words` speaks only where the condition holds. `{L}` or `{levels of A}` is filled in.',
  warning: 'What the diagnostic says, as a warning. `warning when CONDITION: words` speaks only where the condition holds.',
  info: 'What the diagnostic says, as a remark. `info when CONDITION: words` speaks only where the condition holds.',
  hint: 'What the diagnostic says, as a hint. `hint when CONDITION: words` speaks only where the condition holds.',
  fix: 'How to mend it: `add finding: words`, `add impression: words`, `replace words by words`, `remove A`; `safely` before `replace` where it may be applied unasked.',
  mark: 'Which words are underlined: `levels of A`, `head of A`, `A`, `exam`, `mention`. Without it: what the rule compares or names.',
  because: 'Why the rule holds, for whoever reads the message.',
  source: 'Where that is known from.',
  good: 'A text that must not fire the rule: on this line, or indented below it.',
  bad: 'A text that must fire the rule, with the words in [square brackets] that it must underline.',
};

/** The column at which the words of a line usually begin. */
export const WIDTH = 9;

export const written = (key: string): string => key.padEnd(Math.max(WIDTH, key.length + 1));
