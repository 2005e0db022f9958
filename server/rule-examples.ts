import type { Range } from 'vscode-languageserver';

/** The command that runs the examples of a rule file, or of one rule of it: its arguments are the file's URI and the rule's id. */
export const RUN_EXAMPLES = 'emh.runExamples';

/** Answer to that command: what became of each example. */
export interface RuleExamples {
  readonly rules: readonly {
    readonly id: string;
    readonly range: Range;
    /** Why no example can be run; null where they can. */
    readonly broken: string | null;
    readonly examples: readonly {
      readonly label: string;
      readonly range: Range;
      readonly failure: { readonly message: string; readonly range: Range } | null;
    }[];
  }[];
}
