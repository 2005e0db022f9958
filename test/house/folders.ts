/** One folder of the repository: what it is, and what its sources may import. The page docs/architecture.md is written from these. */
export interface Folder {
  readonly path: string;
  readonly is: string;
  /** What a reader might look for here and must not find. */
  readonly absent: string;
  /** Other folders that its sources may import from; null for a folder of data. */
  readonly imports: readonly string[] | null;
  /** npm packages that its sources may import. */
  readonly packages: readonly string[];
  /** Whether it may use Node's own modules. */
  readonly node: boolean;
}

const CORE = [
  'language/text',
  'language/lexicon',
  'language/syntax',
  'language/meaning',
  'language/rules',
  'language/impression',
  'language/assist',
  'language/template',
  'language/authoring',
  'language/dictation',
  'language/format',
  'language/refactor',
  'language/map',
  'language/preview',
  'language',
] as const;

const PURE = { packages: [], node: false } as const;
const DATA = { imports: null, packages: [], node: false } as const;

/** In the order in which data flows. */
export const FOLDERS: readonly Folder[] = [
  {
    ...PURE,
    path: 'language/text',
    is: 'Spans, edits, diagnostics and folded text: what every other part says places and changes with.',
    absent: 'Anything that knows a word of radiology.',
    imports: [],
  },
  {
    ...PURE,
    path: 'language/lexicon',
    is: 'The vocabulary: reads packs given as data, matches the longest known words through one trie, suggests near misses.',
    absent: 'Terms. They are lines in `lexicon/`. YAML: packs come parsed.',
    imports: ['language/text'],
  },
  {
    ...PURE,
    path: 'language/syntax',
    is: 'Text to outline (header, sections, topics, statements, items) and statement to tree: tokens by category, one chevrotain grammar.',
    absent: 'Words. The grammar is over categories alone. What a statement means.',
    imports: ['language/text', 'language/lexicon'],
    packages: ['chevrotain'],
  },
  {
    ...PURE,
    path: 'language/meaning',
    is: 'Tree to findings: levels, sides, signal, coordination, negation, certainty, cause; T1 the sequence or T1 the vertebra.',
    absent: 'Judgement of a finding; rules do that. A second parser of any kind.',
    imports: ['language/text', 'language/lexicon', 'language/syntax'],
  },
  {
    ...PURE,
    path: 'language/rules',
    is: 'The rule language, its compiler to indexed queries, the engine, and the few checks that words cannot say.',
    absent: 'Domain checks. They are files in `rules/`.',
    imports: ['language/text', 'language/lexicon', 'language/syntax', 'language/meaning'],
    packages: ['chevrotain'],
  },
  {
    ...PURE,
    path: 'language/impression',
    is: 'Matches impression items to findings, words what is missing, and makes the edits that bring the two in step.',
    absent: 'Wording of single kinds. The lexicon holds it. Edits outside the impression.',
    imports: ['language/text', 'language/lexicon', 'language/syntax', 'language/meaning'],
  },
  {
    ...PURE,
    path: 'language/assist',
    is: 'What an editor asks of a report at a place: completions, explanations, names of things.',
    absent: 'Protocol types. The server translates.',
    imports: ['language/text', 'language/lexicon', 'language/syntax', 'language/meaning', 'language/impression'],
  },
  {
    ...PURE,
    path: 'language/template',
    is: 'Templates: their fields, conditions and groups, filling, checks, examples, and what of a template is left over in a report.',
    absent: 'Templates. They are files in `templates/`. Today’s date: whoever asks for overdue reviews gives it.',
    imports: ['language/text', 'language/lexicon', 'language/syntax', 'language/meaning'],
  },
  {
    ...PURE,
    path: 'language/authoring',
    is: 'What an editor asks of a rule file, a template or a lexicon at a place: what is wrong with it, completions, explanations, names and where they are used.',
    absent: 'The rule language and templates themselves: `language/rules` and `language/template` read and run them. Protocol types.',
    imports: [
      'language/text',
      'language/lexicon',
      'language/syntax',
      'language/meaning',
      'language/rules',
      'language/assist',
      'language/template',
    ],
  },
  {
    ...PURE,
    path: 'language/dictation',
    is: 'Raw dictation to report text, with a list of what changed and the way back to the places of the dictation.',
    absent: 'Reading of reports: what comes out is read like any other text.',
    imports: ['language/text', 'language/lexicon'],
  },
  {
    ...PURE,
    path: 'language/format',
    is: 'Writes a report in one way (blanks, lines, headings, numbers, dashes), and tells whether two texts say the same.',
    absent: 'Other words. An edit after which the findings are not what they were.',
    imports: ['language/text', 'language/syntax', 'language/meaning', 'language/impression', 'language/assist'],
  },
  {
    ...PURE,
    path: 'language/refactor',
    is: 'Says the same in other words: notation of levels, abbreviations, sentences split or moved, prose and telegram style.',
    absent: 'A change of what is found. Dropping of a word that was not understood.',
    imports: [
      'language/text',
      'language/lexicon',
      'language/syntax',
      'language/meaning',
      'language/impression',
      'language/assist',
      'language/format',
    ],
  },
  {
    ...PURE,
    path: 'language/map',
    is: 'The spine map: what a report says of the spine as a picture (SVG), in words, and as places of the text.',
    absent: 'Pages and pointers: the client shows the picture. A finding that the report does not state.',
    imports: ['language/text', 'language/lexicon', 'language/syntax', 'language/meaning', 'language/impression', 'language/assist'],
  },
  {
    ...PURE,
    path: 'language/preview',
    is: 'The finished report as it will be read (HTML), with what is wrong in it as notes in the margin.',
    absent: 'Other words than those of the report and of its diagnostics. Editors and printers.',
    imports: ['language/text', 'language/lexicon', 'language/syntax', 'language/meaning', 'language/assist'],
  },
  {
    ...PURE,
    path: 'language',
    is: 'The core as its users see it: a language made from packs and rules, an immutable snapshot for each text, the public JSON contract.',
    absent: 'Files, clocks, consoles, protocols, editors, global state. It runs in Node, in a worker and in a page.',
    imports: CORE.filter((path) => path !== 'language'),
  },
  {
    ...PURE,
    path: 'packs',
    is: "The shipped lexicon and rules as a module, generated from the data below; a site's own files read from their text, with lines for what is wrong in them.",
    absent: 'Reading of files: whoever has them gives their text. The YAML parser in whatever starts without a site.',
    imports: CORE,
    packages: ['yaml'],
  },
  {
    path: 'server',
    is: 'The language server: one file for each feature, each a short translation of a core query into protocol types; entries for Node and for a worker.',
    absent: 'Knowledge of reports. If a feature needs some, the core lacks a query.',
    imports: [...CORE, 'packs'],
    packages: ['vscode-languageserver', 'vscode-languageserver-protocol'],
    node: true,
  },
  {
    path: 'client',
    is: 'The VS Code side, desktop and web: activation, commands, status.',
    absent: 'Checks, parsing, wording: all of that comes over the protocol.',
    imports: ['server'],
    packages: ['vscode', 'vscode-languageclient'],
    node: true,
  },
  {
    ...PURE,
    path: 'mutation',
    is: 'Sound reports made from facts, and mistakes put into sound reports: what the precision of the rules is measured with.',
    absent: 'Judgement. Whether a mistake is found is measured in `scripts/`. Texts of real reports.',
    imports: CORE,
  },
  {
    ...PURE,
    path: 'exchange',
    is: 'Outside formats, a folder for each: templates to and from IHE MRRT and PowerScribe text, finding models to lexicon packs; what is lost is listed.',
    absent: 'Files and consoles. Silent losses. Judgement of reports.',
    imports: CORE,
    packages: ['parse5', '@xmldom/xmldom'],
  },
  {
    ...PURE,
    path: 'cli/page',
    is: 'The script of the page that `emh review` serves, and what page and server say to each other. It runs in a browser.',
    absent: 'Markup made of words: all that a report holds is put in as text. Addresses other than those of its own server.',
    imports: ['language/text'],
  },
  {
    path: 'cli',
    is: 'The command `emh`: reads files or standard input, prints for people and for programs.',
    absent: 'Its own idea of what is wrong. It calls what the server calls.',
    imports: [...CORE, 'packs', 'server', 'mutation', 'exchange', 'cli/page'],
    packages: ['echarts'],
    node: true,
  },
  {
    ...DATA,
    path: 'lexicon',
    is: 'Lexicon packs (YAML): terms, synonyms, codes with their sources, what an observation of a structure is called.',
    absent: 'Code.',
  },
  {
    ...DATA,
    path: 'templates',
    is: 'Templates (`.emht`), each with its normals, and with examples that give field values and the report expected of them.',
    absent: 'Code. Real patients.',
  },
  { ...DATA, path: 'rules', is: 'Rule files (`.emhr`), each with the good and bad lines that test and explain it.', absent: 'Code.' },
  {
    ...DATA,
    path: 'schemas',
    is: 'JSON schemas of files that a site writes: `config.schema.json` for `.emh/config.json`.',
    absent: "The lexicon's, which stands beside the packs.",
  },
  {
    ...DATA,
    path: 'examples',
    is: 'Reports of the case series, each beside a flawed twin and the mistakes that must be found in it.',
    absent: 'Real patients.',
  },
  {
    ...DATA,
    path: 'grammars',
    is: 'TextMate grammar, generated from the lexicon; editor settings for brackets and words.',
    absent: 'Terms added by hand.',
  },
  { ...DATA, path: 'snippets', is: 'Snippets, generated.', absent: 'Snippets added by hand.' },
  {
    ...DATA,
    path: 'cluster',
    is: 'How an archive is checked by many machines: a script for one shard of it, and an example of a queue (NATS JetStream).',
    absent: 'An engine of its own: what hands out work is what a place has already.',
    packages: ['@nats-io/jetstream', '@nats-io/transport-node'],
    node: true,
  },
  {
    path: 'scripts',
    is: 'Install, generate, build, package, verify. `start.mjs` and `toolchain.mjs` also run on an older Node.',
    absent: 'Anything that the shipped programs need when they run.',
    imports: [...CORE, 'packs', 'server', 'client', 'mutation', 'cli'],
    packages: ['@vscode/vsce', 'esbuild', 'yaml'],
    node: true,
  },
  {
    path: 'bench',
    is: 'Measures speed, as ratios: nothing here is a test.',
    absent: 'Bounds that fail a build.',
    imports: [...CORE, 'packs', 'mutation'],
    packages: ['esbuild', 'vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-languageserver-textdocument'],
    node: true,
  },
  {
    path: 'test',
    is: 'Mirrors the folders above; `test/vscode` runs in a real extension host, `test/house` holds this table.',
    absent: 'Text of a real report.',
    imports: [...CORE, 'packs', 'server', 'client', 'mutation', 'exchange', 'cli/page', 'cli', 'scripts'],
    packages: [
      'ajv',
      'esbuild',
      'fast-check',
      'mocha',
      'playwright-core',
      'vscode',
      'vscode-languageserver',
      'vscode-languageserver-protocol',
      'vscode-oniguruma',
      'vscode-textmate',
      'yaml',
    ],
    node: true,
  },
];

/** Files of `language/` that may import chevrotain; everything else sees trees. */
export const CHEVROTAIN_FILES = /^language\/(?:syntax\/|rules\/(?:clause|parse-clause))/;
