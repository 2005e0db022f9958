import { createToken, Lexer, type TokenType } from 'chevrotain';
import { NOTE_CATEGORIES } from '../meaning/note.ts';
import { lazy } from '../text/lazy.ts';
import { ATTRIBUTES } from './attribute.ts';

/*
 * The words of a clause. Fixed wordings (`in findings`, `supported by`) are one token each, so that the same small words
 * stay free for report phrases (`mass in the presacral region`). `phrase` is any other word.
 */
const fixed = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern, line_breaks: false });

const SCOPES = '(?:findings|impression|report|history|technique|comparison|recommendation|communication|addendum|exam|patient)';
const VARIABLE = '[A-Z](?![\\w-])';
const LEVEL = '(?:[CTDLS]\\d|coccyx)';

export const Variable = fixed('variable', /[A-Z](?![\w-])/);
export const Quoted = fixed('quoted words', /"[^"\n]*"/);
export const Amount = fixed('number', /-?\d+(?:\.\d+)?(?![\w-])/);
export const Word = fixed('phrase', /[^\s",]+/);
export const Or = fixed('or', /or\b/i);
export const Comma = createToken({ name: 'comma', pattern: /,/, group: Lexer.SKIPPED });
const Blank = createToken({ name: 'blank', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });

export const LevelsAt = fixed(
  'level relation',
  new RegExp(`(?:at|overlapping|within|beyond|outside|near|far from|above|below)(?=\\s+(?:${VARIABLE}|${LEVEL}))`),
);
export const OnOtherSide = fixed('on the other side from', /on the other side (?:from|of)\b/);
export const OnFixedSide = fixed('on a side', /on (?:the left|the right|both sides)\b/);
export const OnSide = fixed('on', new RegExp(`on(?=\\s+${VARIABLE})`));
export const InScope = fixed('in a section', new RegExp(`in (?:the )?${SCOPES}\\b`));
export const With = fixed(
  'with or without an attribute',
  new RegExp(`with(?:out)? (?:an? |any )?(?:level|disc|site|${ATTRIBUTES.join('|')})\\b`),
);
export const Has = fixed('has an attribute', new RegExp(`has (?:no |an? |any )?(?:level|disc|site|${ATTRIBUTES.join('|')})\\b`));
export const NoEnhancement = fixed('with no enhancement', /with no enhancement\b/);
export const Called = fixed('called', /called\b/);
export const SupportedBy = fixed('supported by', /supported by\b/);
export const Unsupported = fixed('unsupported', /unsupported\b/);
export const OrderThan = fixed('later or earlier than', /(?:later|earlier) than\b/);
export const StatementAs = fixed('in the same or another statement', /in (?:the same statement as|another statement than)\b/);
export const SiteOf = fixed('at the site of', /at the site of\b/);
export const Denied = fixed('denied or hedged', /(?:denied|hedged)\b/);

export const No = fixed('no', /no\b/);
export const Possible = fixed('possible', /possible\b/);
export const Mention = fixed('any mention of', /(?:any )?mentions? of\b/);
export const All = fixed('all', /all\b/);
export const Group = fixed('any finding', /(?:any |an? )?(?:(?:critical|significant|normal) )?findings?(?!\w| mentions?\b| do)/);
export const SameAs = fixed('the same finding or note as', /the same (?:finding|note) as\b/);

/** Bones and roots begin findings too (`rib expansion`): as notes they have `any` or `all` before them. */
function noteWords(): string {
  const plural = (words: string): string => words.replace(/y$/, '(?:y|ies)').replace(/([^)])$/, '$1s?');
  const words = NOTE_CATEGORIES.map((category) => category.replaceAll('-', ' '));
  const own = words.filter((category) => !/^(rib|intercostal|nerve)/.test(category)).map(plural);
  const bones = words.filter((category) => /^(rib|intercostal|nerve)/.test(category)).map(plural);
  return `(?:any |an? )?(?:${own.join('|')})|(?:any |(?<=all ))(?:${bones.join('|')})`;
}

/** The category of a note begins a pattern: elsewhere `grade` or `structure` are words like others. */
export const NoteHead = fixed('a kind of note', new RegExp(`(?:(?<=all |no |possible |mentions? of )|(?<![\\s\\S]))(?:${noteWords()})\\b`));
export const PatientIs = fixed('patient is', /patient is (?:fe)?male\b/);
export const PatientAge = fixed('patient age', /patient age (?:over|under)\b/);
export const ExamCovers = fixed('exam covers', /exam (?:covers|does not cover)\b/);
export const NumberOf = fixed('number of findings in', /number of findings in(?=\s+[A-Z](?![\w-]))/);
export const Spans = fixed('spans', /spans (?:over|under)\b/);
export const Grew = fixed('grew, shrank or changed', /(?:grew|shrank|changed) over\b/);
export const ExamDate = fixed('before or after the exam date', /(?:before|after) (?:the )?exam date\b/);
export const Towards = fixed('is displaced towards', /is displaced towards\b/);

export const ExamIs = fixed('exam is', /exam is(?: not)?\b/);
export const Contrast = fixed('exam with or without contrast', /exam with(?:out)? contrast\b/);
export const ReportHas = fixed('report has', new RegExp(`report has (?:no )?${SCOPES}\\b`));
export const Describes = fixed(
  'a section mentions the words, or describes the place, of a finding',
  new RegExp(`${SCOPES} (?:(?:mentions?|(?:does|do) not mention) the words|(?:describes?|(?:does|do) not describe) the place) of\\b`),
);
export const ScopeMentions = fixed('a section mentions', new RegExp(`${SCOPES} (?:mentions?|(?:does|do) not mention)\\b`));
export const StatementOf = fixed('statement of', /(?:the )?statement of\b/);
export const StatementOfMention = fixed('statement of the mention', /(?:the )?statement of the mention\b/);
export const Mentions = fixed('mentions', /(?:mentions?|does not mention)\b/);
export const ItemStates = fixed('impression item states', /(?:an|no) impression item (?:states|names the site of)\b/);
export const Causes = fixed('causes', /(?:causes|does not cause)\b/);
export const AttributeOf = fixed(
  'an attribute of',
  new RegExp(`(?:${ATTRIBUTES.toSorted((a, b) => b.length - a.length).join('|')}) of(?=\\s+[A-Z](?![\\w-]))`),
);
export const Related = fixed('a relation', /(?:agrees? with|differs? from|within|beyond|outside|narrower than|wider than|ten times)(?=\s)/);
export const Is = fixed('is', /is(?: not)?\b/);
export const Than = fixed('over or under', /(?:over|under)\b/);

/** Order matters: the first that matches wins, and plain words come last. */
export const TOKENS: TokenType[] = [
  Blank,
  Comma,
  Quoted,
  LevelsAt,
  OnOtherSide,
  OnFixedSide,
  OnSide,
  PatientIs,
  PatientAge,
  ExamCovers,
  NumberOf,
  Spans,
  Grew,
  ExamDate,
  Towards,
  StatementAs,
  SiteOf,
  ReportHas,
  Describes,
  ScopeMentions,
  StatementOfMention,
  NoteHead,
  InScope,
  Has,
  NoEnhancement,
  With,
  Called,
  SupportedBy,
  Unsupported,
  OrderThan,
  Denied,
  ItemStates,
  No,
  Possible,
  Mention,
  All,
  Group,
  SameAs,
  ExamIs,
  Contrast,
  StatementOf,
  Mentions,
  Causes,
  AttributeOf,
  Related,
  Is,
  Than,
  Or,
  Variable,
  Amount,
  Word,
];

/** Made when the first clause is read: most starts need none. */
export const clauseLexer = lazy(() => new Lexer(TOKENS, { positionTracking: 'onlyOffset' }));
