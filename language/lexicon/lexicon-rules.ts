import type { DiagnosticSeverity } from '../text/diagnostic.ts';

/** What is checked in lexicon files, with its severity and why. */
export const LEXICON_RULES = {
  'lexicon-syntax': ['error', 'What is no YAML is not read; words behind it are missing from the vocabulary.'],
  'lexicon-shape': ['error', 'A key or value that a lexicon does not have is passed over without a word.'],
  'lexicon-reference': ['error', 'A site or finding that does not exist can never be found in a report.'],
  'lexicon-duplicate': ['warning', 'Of what stands twice one counts, and the other is changed in vain.'],
  'lexicon-clash': ['warning', 'Words that two entries claim are read as the first of them alone.'],
  'lexicon-homonym': ['info', 'Words with several meanings are told apart by the words around them, which may fail.'],
  'lexicon-never-read': ['warning', 'Words that no report can match look as if they were known.'],
  'lexicon-override': ['info', 'What ships is read or worded in another way in every report.'],
  'lexicon-shadowed': ['hint', 'What a later lexicon says instead is changed here in vain.'],
  'lexicon-redundant': ['hint', 'Words that are understood anyway need no line.'],
  'lexicon-code': ['warning', 'A code whose check digit is wrong was mistyped, and means something else or nothing.'],
  'lexicon-code-source': ['warning', 'A code that nobody can look up is not exported.'],
  'lexicon-plural': ['info', 'The plural that is made by itself is not the one that is written.'],
  'lexicon-spelling': ['info', 'The other spelling of the word is not understood.'],
  'lexicon-unused': ['info', 'Words that no rule, template or example uses may never have been tried.'],
} as const satisfies Readonly<Record<string, readonly [DiagnosticSeverity, string]>>;

export type LexiconRule = keyof typeof LEXICON_RULES;
