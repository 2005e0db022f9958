import type { Field } from '../syntax/fields.ts';
import type { Span } from '../text/span.ts';

/** A condition in front of a line or over a block: `mass present`, `contrast is without`, `not levels`. */
export interface Condition {
  /** Name of a field or of a switch, in small letters. */
  readonly name: string;
  readonly is: 'present' | 'absent' | 'filled' | 'empty' | 'value' | 'other';
  /** In small letters, of `value` and `other`. */
  readonly value: string;
  readonly range: Span;
}

/** A field at its place in a template. `key` is what values are given by: its name, told apart from others of the same name. */
export interface TemplateField {
  readonly key: string;
  readonly field: Field;
  /** Names of the groups that repeat around it, outermost first. */
  readonly groups: readonly string[];
}

export type Part =
  | { readonly type: 'text'; readonly range: Span }
  | { readonly type: 'field'; readonly range: Span; readonly key: string }
  | { readonly type: 'if'; readonly condition: Condition; readonly parts: readonly Part[] }
  | { readonly type: 'each'; readonly name: string; readonly parts: readonly Part[] }
  | { readonly type: 'use'; readonly name: string; readonly range: Span };

/** A line of the header that speaks of the template and not of a patient. */
export interface About {
  readonly key: AboutKey;
  readonly value: string;
  readonly range: Span;
}

export const ABOUT_KEYS = ['template', 'title', 'owner', 'version', 'review', 'spoken', 'code'] as const;
export type AboutKey = (typeof ABOUT_KEYS)[number];

/** A test of the template. */
export interface TemplateExample {
  readonly name: string;
  /** Its `[example ...]`. */
  readonly range: Span;
  /** All its lines. */
  readonly whole: Span;
  readonly values: Readonly<Record<string, string>>;
  /** Where each value is given. */
  readonly places: Readonly<Record<string, Span>>;
  /** Lines that must stand in the filled report, one after another; null where nothing is said of it. */
  readonly text: { readonly lines: readonly string[]; readonly range: Span } | null;
  /** Rules that must have something to say, in no order. All others must be silent, but for hints and infos. */
  readonly rules: readonly { readonly id: string; readonly range: Span }[];
}

/** A problem of a template, before it is worded for anyone. */
export interface TemplateProblem {
  readonly rule: TemplateRule;
  readonly message: string;
  readonly range: Span;
}

/** What is checked in templates, with its severity and why. */
export const TEMPLATE_RULES = {
  'template-syntax': ['error', 'What is not understood stays in every report made from the template.'],
  'template-unknown-name': ['error', 'A name that nothing stands for makes a line that never appears.'],
  'template-unreachable': ['warning', 'What can never be chosen was meant to be, or is left over.'],
  'template-default': ['error', 'A default that is no answer to its field, or that another default contradicts, goes into reports unseen.'],
  'template-required': ['warning', 'A field that must be filled and offers nothing is filled with anything.'],
  'template-unknown-term': ['warning', 'What is not known is not checked in the reports made from the template.'],
  'template-spoken-name': ['warning', 'A template is asked for by voice: its name must be sayable and not sound like another.'],
  'template-review': ['warning', 'A template that nobody looks after goes on writing what was right once.'],
  'template-code': ['warning', 'A code whose label is another’s points at the wrong thing.'],
  'template-about': ['info', 'Who may change a template, and which text is in use, should stand in it.'],
  'template-example': ['error', 'An example that fails says that the template no longer writes what its author promised.'],
  'template-normal-stays': ['warning', 'What the template denies and the person states stand side by side in the report.'],
  'template-report': ['error', 'The report that the template writes with its defaults should be clean.'],
} as const;
export type TemplateRule = keyof typeof TEMPLATE_RULES;

/** A template as read. Any text is one; what could not be understood is among the problems. */
export interface Template {
  /** The file that it was read from. */
  readonly file: string;
  readonly text: string;
  /** What a report names it by; the file's name without its ending where it says nothing. */
  readonly name: string;
  readonly title: string;
  readonly about: readonly About[];
  readonly parts: readonly Part[];
  /** By key, in the order of the text. */
  readonly fields: ReadonlyMap<string, TemplateField>;
  /** Names that only conditions ask for, present or absent: `mass`. */
  readonly switches: ReadonlySet<string>;
  /** Groups that repeat. */
  readonly groups: ReadonlySet<string>;
  /** Topics that a report made from it must speak of, where they stand. */
  readonly required: readonly { readonly topic: string; readonly range: Span }[];
  readonly conditions: readonly Condition[];
  readonly examples: readonly TemplateExample[];
  readonly problems: readonly TemplateProblem[];
}

/** The value of a line about the template; empty where it has none. */
export const aboutOf = ({ about }: Pick<Template, 'about'>, key: AboutKey): string => about.find((line) => line.key === key)?.value ?? '';

/** Finds a template by its name, in small letters. */
export type Library = (name: string) => Template | undefined;
