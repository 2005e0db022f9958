import { resolve } from 'node:path';
import type { Language } from '../../language/language.ts';
import type { Parameters } from '../../language/rules/check.ts';
import type { Example, Rule } from '../../language/rules/rule.ts';
import type { ExampleFailure } from '../../language/rules/test.ts';
import type { Source } from '../../language/text/source.ts';
import { NO_SETTINGS } from '../../packs/rule-settings.ts';
import type { Site } from '../../packs/site.ts';
import { type Command, EXIT } from '../command.ts';
import { printable } from '../drawing/cells.ts';
import { type Colours, coloursFor } from '../drawing/colours.ts';
import { drawRule, parametersOf, severitiesOf } from '../drawing/rule.ts';
import { rulesPage } from '../drawing/rules-page.ts';
import { plural } from '../drawing/summary.ts';
import { drawTable } from '../drawing/table.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { RULE_FILES, readFiles } from '../files.ts';
import { findRule } from '../find-rule.ts';
import { STDIN } from '../input.ts';
import { type Io, widthOfScreen } from '../io.ts';
import { problemLine } from '../language.ts';
import { readPrecisions } from '../review/decisions-precision.ts';
import { type Precision, precisionInWords } from '../review/precision.ts';
import { loadSite, siteRootOf } from '../site.ts';

export const rules: Command = {
  name: 'rules',
  summary: 'list the rules, explain one, or run the examples that test them',
  usage: ['list [FILE...]', 'explain ID [FILE...]', 'docs [FILE...] > rules.md', 'test [FILE...]'],
  notes: [
    'FILE is a rule file (.emhr) or a folder of them; without one, the rules that ship with the project and those of this site.',
    'docs writes a page of all rules (Markdown). With --decisions, list, explain and docs say how often each rule was right as reviewers judged it.',
    'ID is what stands in brackets behind a message of emh check: explain shows why it is said, the lines of the rule, its examples.',
    'Exit code: 0, 1 where an example fails or a rule cannot be understood, 2 where a file could not be read or no rule has the ID.',
    'Parameters are shown with what this site makes of them (.emh/config.json); examples are run without that.',
  ],
  options: {
    json: { help: 'list: as JSON' },
    decisions: { value: 'FILE', multiple: true, help: 'decisions of emh review, for the precision of rules; may be given again' },
  },

  async run(args, io, makeLanguage) {
    const [action, ...operands] = args.operands;
    if (!isAction(action)) {
      const wrong =
        action === undefined ? 'rules needs list, explain, docs or test' : `rules can list, explain, write docs or test, not '${action}'`;
      throw new UsageFailure(wrong);
    }
    if (action !== 'list' && args.has('json')) throw new UsageFailure('--json belongs to list');
    if (action === 'test' && args.has('decisions')) throw new UsageFailure('--decisions belongs to list, explain and docs');
    const precisions = readPrecisions(args.values('decisions'), io);
    const [id, ...files] = action === 'explain' ? operands : ['', ...operands];
    if (id === undefined) throw new UsageFailure('rules explain needs the id of a rule');
    const named = files.length === 0 ? null : await readSources(files, io);
    const found = await siteOf(files, io);
    const here = found?.parameters ?? {};
    // An example must fail or pass whatever the site makes of its rule.
    const site = found && { ...found, ...NO_SETTINGS };
    const colours = coloursFor(io.stdout, io, args);
    if (action === 'explain') {
      const sources = named ?? (await sourcesWith(site));
      const rule = findRule(id, (await makeLanguage({ site, packs: [], rules: sources })).rules, sources);
      if ('broken' in rule) {
        io.stderr.write(`emh: ${rule.broken}\n`);
        return EXIT.found;
      }
      const text = sources.find(({ name }) => name === rule.file)?.text ?? '';
      const precision = precisions.find((each) => each.rule === rule.id) ?? null;
      io.stdout.write(drawRule(rule, text, { parameters: here, precision }, widthOfScreen(io.stdout), colours));
      return EXIT.clean;
    }
    const language = await makeLanguage({ site, packs: [], rules: named });
    if (action === 'test') return test(language, io, colours);
    if (action === 'docs') return docs(language, named ?? (await sourcesWith(site)), precisions, io);
    return list(language, { parameters: here, precisions }, args.has('json'), io, colours);
  },
};

const ACTIONS = ['list', 'explain', 'docs', 'test'] as const;
const isAction = (word: string | undefined): word is (typeof ACTIONS)[number] => ACTIONS.some((action) => action === word);

/** Of the first file named, else of the working folder: rules of a site use the words of its own lexicon. */
async function siteOf([first]: readonly string[], io: Io): Promise<Site | null> {
  const root = await siteRootOf(first === undefined || first === STDIN ? io.cwd : resolve(io.cwd, first));
  return root === null ? null : loadSite(root, io.cwd);
}

/** Throws a Failure for the first file that cannot be read: half the rules would be tested as if they were all. */
async function readSources(files: readonly string[], io: Io): Promise<Source[]> {
  const sources: Source[] = [];
  for await (const input of readFiles(files, RULE_FILES, io)) {
    if (input instanceof Failure) throw input;
    sources.push({ name: input.name, text: input.text });
  }
  return sources;
}

/** The rules that ship and the site's, as texts: a rule is shown as it was written. */
async function sourcesWith(site: Site | null): Promise<Source[]> {
  const shipped = await import('../../packs/emh.ts');
  return [...shipped.rules, ...(site?.rules ?? [])];
}

interface Known {
  readonly parameters: Parameters;
  readonly precisions: readonly Precision[];
}

function list({ rules: all, problems }: Language, known: Known, asJson: boolean, io: Io, colours: Colours): number {
  const judged = new Map(known.precisions.map((precision) => [precision.rule, precision]));
  if (asJson) {
    io.stdout.write(
      `${JSON.stringify(
        all.map((rule) => ({ ...plain(rule, known.parameters), ...(judged.size === 0 ? {} : { precision: judged.get(rule.id) ?? null }) })),
        null,
        2,
      )}\n`,
    );
  } else {
    const precisionFor = (id: string): string => {
      const precision = judged.get(id);
      return precision === undefined ? '' : `${precisionInWords(precision)} of ${precision.judged}`;
    };
    // A column that is empty in every row is left out.
    const rows = all.map((rule) => [rule.id, severitiesOf(rule).join(', '), precisionFor(rule.id), rule.title]);
    const room = widthOfScreen(io.stdout);
    if (rows.length > 0) io.stdout.write(`${drawTable(['rule', 'severity', 'precision', 'title'], rows, room, colours)}\n`);
    io.stdout.write(`${plural(all.length, 'rule')}.\n`);
  }
  return told(problems, io);
}

/** What is wrong in the files goes to standard error: what is printed may be for a program. */
function told(problems: Language['problems'], io: Io): number {
  for (const problem of problems) io.stderr.write(`emh: ${problemLine(problem)}\n`);
  return problems.length === 0 ? EXIT.clean : EXIT.found;
}

function docs({ rules: all, problems }: Language, sources: readonly Source[], precisions: readonly Precision[], io: Io): number {
  io.stdout.write(
    rulesPage(sources, all, { top: precisions.length === 0 ? TOP : `${TOP}\n${TOP_OF_PRECISION}`, precisions, link: () => null }),
  );
  return told(problems, io);
}

const TOP = `# Rules

A severity in brackets is one that the rule gives only in some cases. A parameter is a number that the rule compares with, here with its usual value.
`;
const TOP_OF_PRECISION = `Precision: alerts that reviewers accepted, of those that they accepted or rejected, with its 95 % confidence interval (Wilson).
`;

function plain(rule: Rule, here: Parameters): object {
  const { id, file, line, title, because, source, good, bad } = rule;
  const texts = (examples: readonly Example[]): string[] => examples.map(({ text }) => text);
  const parameters = parametersOf(rule, here);
  return { id, file, line, severities: severitiesOf(rule), parameters, title, because, source, good: texts(good), bad: texts(bad) };
}

/** Runs every example; what is wrong in the rule files, or in the lexicon that their words come from, counts as well. */
function test({ rules: all, problems, testRules }: Language, io: Io, colours: Colours): number {
  const failures = testRules();
  for (const problem of problems) io.stdout.write(`${problemLine(problem)}\n`);
  for (const failure of failures) io.stdout.write(drawFailure(failure, colours));
  const examples = all.reduce((sum, { good, bad }) => sum + good.length + bad.length, 0);
  const faults = [
    ...(problems.length > 0 ? [plural(problems.length, 'problem')] : []),
    ...(failures.length > 0 ? [`${plural(failures.length, 'example')} failed`] : []),
  ];
  io.stdout.write(`${plural(all.length, 'rule')}, ${plural(examples, 'example')}: ${faults.join(', ') || 'all pass'}.\n`);
  return faults.length === 0 ? EXIT.clean : EXIT.found;
}

function drawFailure({ file, line, kind, rule, message, text }: ExampleFailure, colours: Colours): string {
  const shown = text.split('\n').map((row) => `    ${printable(row)}\n`);
  return `${colours.strong(`${file}:${line}:`)} ${colours.severity.error(`${kind} example of ${rule}`)} ${printable(message)}\n${shown.join('')}`;
}
