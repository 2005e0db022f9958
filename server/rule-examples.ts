import type { Range } from 'vscode-languageserver';

/** The command that runs the examples of a rule file or template, or of one rule of it: its arguments are the file's URI and the rule's id (or the template's name). */
export const RUN_EXAMPLES = 'emh.runExamples';

/** Answer to that command: what became of each example. A template counts as one rule. */
export interface RuleExamples {
  readonly rules: readonly {
    readonly id: string;
    readonly range: Range;
    /** Why no example can be run; null where they can. */
    readonly broken: string | null;
    readonly examples: readonly {
      readonly label: string;
      readonly range: Range;
      readonly failure: {
        readonly message: string;
        readonly range: Range;
        /** Of a template: the lines that were expected and those that stand there. */
        readonly difference?: { readonly expected: string; readonly got: string };
      } | null;
    }[];
  }[];
}
