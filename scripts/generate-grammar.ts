import type { Pack } from '../language/lexicon/pack.ts';
import type { Category, Term } from '../language/lexicon/term.ts';
import { shippedPacks, writtenWords } from './lexicon-words.ts';

import { wordPattern } from './word-pattern.ts';

/** A rule of a TextMate grammar, as far as these need it. */
interface Pattern {
  readonly [key: string]: unknown;
}

/** Words of which category get which scope; the first that matches at a place wins. */
const WORDS: readonly { readonly scope: string; readonly of: readonly Category[]; readonly wanted?: (term: Term) => boolean }[] = [
  { scope: 'support.other.technique', of: ['technique', 'modality'] },
  // `No enhancement` is one word for it, and comes before `no`.
  { scope: 'support.constant.signal', of: ['intensity', 'enhancement'], wanted: (term) => !term.id.startsWith('weak-') },
  { scope: 'keyword.control.negation', of: ['negation', 'exception'] },
  { scope: 'keyword.control.certainty', of: ['certainty'] },
  { scope: 'keyword.other.cause', of: ['cause'] },
  { scope: 'entity.name.type.finding', of: ['head', 'diagnosis'] },
  { scope: 'entity.name.function.observation', of: ['observation'] },
  { scope: 'storage.modifier.side', of: ['side'] },
  { scope: 'storage.modifier.severity', of: ['severity', 'grade'] },
  { scope: 'storage.modifier.attribute', of: ['morphology', 'pattern', 'count', 'change'] },
  { scope: 'variable.other.site', of: ['site', 'region', 'reference'], wanted: (term) => term.id !== 'relative-to' },
  { scope: 'constant.language.normal', of: ['normal'] },
];

const LEVEL = '(?:[CDTLS]|L?S)(?:\\d{1,2})';
// A bare T1 or T2 is left uncoloured until the server has read what stands around it.
const LEVELS = `(?i)(?<![\\w])(?:(?<=at |from |level |levels |between |opposite )|(?!T[12](?![\\w]|\\s*[-\\u2013/]\\s*[CDTLS]?\\d|\\s+to\\s+[CDTLS]\\d)))${LEVEL}(?:\\s*[-\\u2013/]\\s*[CDTLS]?\\d{1,2}|\\s+to\\s+[CDTLS]\\d{1,2})*(?![\\w*])`;
const MEASURE = '(?i)(?<![\\w.])(\\d+(?:[.,]\\d+)?(?:\\s*[x\\u00d7*]\\s*\\d+(?:[.,]\\d+)?){0,2})\\s*(mm|cm|HU)(?![\\w])';

/** T1 and T2 are sequences where a signal, a weighting or a plane stands beside them; elsewhere they are vertebrae. */
function sequencePatterns(packs: readonly Pack[]): Pattern[] {
  const signal = wordPattern([...writtenWords(packs, ['intensity']), ...writtenWords(packs, ['pattern'], (term) => term.id === 'signal')]);
  const list = '(?<![\\w])T[12]\\*?(?:\\s*(?:,|and|&|/|,\\s*and)\\s*T[12]\\*?)*(?![\\w])';
  const after = `(?=[\\s-]*(?:w\\b|wi\\b|weighted|contrast|post|pre|sagittal|axial|coronal|sequence|image|fat|fs\\b|${signal}))`;
  const name = 'support.type.sequence.emh';
  return [
    { name, match: `(?i)${wordPattern(writtenWords(packs, ['sequence']))}` },
    { name, match: `(?i)${list}${after}` },
    {
      name,
      match: `(?i)(?<=sagittal |axial |coronal |on |contrast |intense |signal |iso |hypo |hyper |low |high |intermediate |dark |bright |both )${list}(?!\\s*(?:vertebra|level|body|-|to ))`,
    },
  ];
}

/** The TextMate grammar of reports: a first colouring, before the language server's own is there. */
export function reportGrammar(packs: readonly Pack[]): Pattern {
  const headings = wordPattern(writtenWords(packs, ['heading']));
  const headers = wordPattern(writtenWords(packs, ['header', 'heading']));
  return {
    name: 'EMH Report',
    scopeName: 'text.emh',
    fileTypes: ['emh'],
    patterns: [
      { name: 'meta.separator.emh', match: '^-{3,}\\s*$' },
      {
        match: `(?i)^\\s*(${headings})\\s*(:?)\\s*$`,
        captures: scopes('markup.heading.section.emh entity.name.section.emh', 'punctuation.separator.emh'),
      },
      {
        match: `(?i)^\\s*(findings|impression|conclusion|opinion)\\s*(:)`,
        captures: scopes('markup.heading.section.emh entity.name.section.emh', 'punctuation.separator.emh'),
      },
      { match: `(?i)^\\s*(${headers})\\s*(:)`, captures: scopes('keyword.other.header.emh', 'punctuation.separator.emh') },
      { match: '^\\s*([A-Z][^:.;\\n]{0,40})(:)(?=\\s|$)', captures: scopes('entity.name.tag.topic.emh', 'punctuation.separator.emh') },
      { match: '^\\s*(\\d+[.)]|[-*\\u2022])(?=\\s)', captures: scopes('punctuation.definition.list.begin.emh') },
      { include: '#phrase' },
    ],
    repository: {
      phrase: {
        patterns: [
          {
            match: '(//)(\\s*emh-ignore\\b)?.*$',
            name: 'comment.line.double-slash.emh',
            captures: scopes('punctuation.definition.comment.emh', 'keyword.other.ignore.emh'),
          },
          { name: 'string.quoted.double.emh', match: '"[^"\\n]*"' },
          { name: 'variable.parameter.field.emh', match: '\\[[^\\[\\]\\n]*\\]' },
          { match: MEASURE, captures: scopes('constant.numeric.measure.emh', 'keyword.other.unit.emh') },
          ...sequencePatterns(packs),
          { name: 'constant.other.level.emh', match: LEVELS },
          ...WORDS.map(({ scope, of, wanted }) => ({ name: `${scope}.emh`, match: `(?i)${wordPattern(writtenWords(packs, of, wanted))}` })),
        ].filter(({ match }) => match !== '(?i)(?<![\\w])(?![\\w])'),
      },
    },
  };
}

/** Rule files: a key word at the start of a line, and behind it the phrases of reports. */
export function ruleGrammar(): Pattern {
  return {
    name: 'EMH Report Rules',
    scopeName: 'text.emh.rules',
    fileTypes: ['emhr'],
    patterns: [
      { name: 'comment.line.emhr', match: '^\\s*(?://|#).*$' },
      { match: '^(rule)\\s+(\\S+)', captures: scopes('keyword.control.rule.emhr', 'entity.name.function.rule.emhr') },
      { match: '^(title|because)\\b(.*)$', captures: scopes('keyword.other.emhr', 'string.unquoted.emhr') },
      { match: '^([a-z][a-z-]*)(?=\\s|$)', captures: scopes('keyword.other.emhr') },
      { name: 'variable.parameter.emhr', match: '\\{[^{}\\n]*\\}|(?<![\\w])[A-Z](?![\\w-])' },
      { include: 'text.emh#phrase' },
    ],
  };
}

/** Templates are reports; their fields are legal in a report too. */
export const templateGrammar = (): Pattern => ({
  name: 'EMH Report Template',
  scopeName: 'text.emh.template',
  fileTypes: ['emht'],
  patterns: [{ include: 'text.emh' }],
});

const scopes = (...names: readonly string[]): Pattern => Object.fromEntries(names.map((name, i) => [String(i + 1), { name }]));

/** Every generated grammar with its path, as the text of its file. */
export function grammarFiles(): { readonly path: string; readonly text: string }[] {
  const files: [string, Pattern][] = [
    ['grammars/emh.tmLanguage.json', reportGrammar(shippedPacks())],
    ['grammars/emht.tmLanguage.json', templateGrammar()],
    ['grammars/emhr.tmLanguage.json', ruleGrammar()],
  ];
  return files.map(([path, grammar]) => ({ path, text: `${JSON.stringify(grammar, null, 2)}\n` }));
}
