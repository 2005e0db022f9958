import type { Problem } from '../lexicon/lexicon.ts';
import { didYouMean } from '../lexicon/shape.ts';
import type { DiagnosticSeverity } from '../text/diagnostic.ts';
import { placeOfWords } from '../text/place-of-words.ts';
import type { Source } from '../text/source.ts';
import { type Span, shift } from '../text/span.ts';
import { boundAfter, isGround } from './clause-variables.ts';
import { clipped, withClippedWords } from './clipped.ts';
import { compileClause } from './compile-clause.ts';
import { early, withEarlyConditions } from './early.ts';
import { readExample } from './example.ts';
import { readFix } from './fix-plan.ts';
import { type Entry, isRuleId, joined, placeOf, type RuleText, readRuleFile, wordsRange } from './lines.ts';
import { defaultMark, readMark } from './mark.ts';
import {
  BUILT_IN,
  type BuiltIn,
  type CompiledRules,
  type Example,
  type FixPlan,
  type Mark,
  type PhraseReader,
  type Rule,
  type Verdict,
} from './rule.ts';
import { StepReader } from './steps.ts';
import { readWording, variablesOf } from './wording.ts';

const SEVERITIES: readonly string[] = ['error', 'warning', 'info', 'hint'];

const KEYS = [
  ...['rule', 'title', 'when', 'and', 'expect', 'unless', 'or', 'while', ...SEVERITIES],
  ...['fix', 'parameter', 'mark', 'because', 'source', 'good', 'bad'],
];

/** The key word that was meant: a slip away, with letters changed about, or cut short. */
function nearKey(key: string): string {
  const sorted = (word: string): string => [...word].sort().join('');
  const isCutOrMixed = (known: string): boolean => known.startsWith(key) || (key.length === known.length && sorted(known) === sorted(key));
  const whole = key.length < 3 ? undefined : KEYS.find(isCutOrMixed);
  return whole === undefined ? didYouMean(key, KEYS) : ` (did you mean \`${whole}\`?)`;
}

/** One rule on its way: what its lines gave so far, and what is wrong with them. */
class RuleCompiler {
  private readonly text: RuleText;
  private readonly file: string;
  private readonly reader: PhraseReader;
  readonly problems: Problem[] = [];
  private broken = false;
  private title = '';
  private because = '';
  private source = '';
  private builtIn: BuiltIn | null = null;
  private mark: Mark | null = null;
  private readonly parameters: Record<string, number> = {};
  private readonly steps: StepReader;
  private readonly verdicts: (Verdict & { readonly fixes: FixPlan[] })[] = [];
  private readonly good: Example[] = [];
  private readonly bad: Example[] = [];

  constructor(text: RuleText, file: string, reader: PhraseReader) {
    this.text = text;
    this.file = file;
    this.reader = reader;
    this.steps = new StepReader(reader, this.parameters);
  }

  /** The rule; null where it cannot work. Lines below the conditions may speak of what those bind, wherever they stand. */
  compile(): Rule | null {
    const { text: own } = this;
    const { id, line, entries } = own;
    if (!isRuleId(id)) this.fail(own, `"${id}" is no rule id: small letters, digits and hyphens.`);
    for (const entry of entries) this.readLine(entry);
    for (const entry of entries) this.readSaying(entry);
    // One that could not be understood has been told of.
    const asks = this.steps.when.length > 0 || entries.some(({ key }) => key === 'when');
    if (!asks) this.fail(own, `Rule ${id} has no "when" line.`);
    if (!this.verdicts.some((verdict) => verdict.when === null)) {
      this.fail(own, `Rule ${id} says nothing: it needs a line "error", "warning", "info" or "hint" with its message.`);
    }
    if (this.title === '') this.note(own, `Rule ${id} has no "title" line.`);
    if (this.because === '') this.note(own, `Rule ${id} has no "because" line.`);
    if (this.good.length === 0) this.note(own, `Rule ${id} has no "good" example.`);
    if (this.bad.length === 0) this.note(own, `Rule ${id} has no "bad" example.`);
    if (this.broken) return null;
    const { title, because, source, builtIn, parameters, good, bad } = this;
    const { expect, unless, lines } = this.steps;
    const when = [...this.steps.when.filter(isGround), ...this.steps.when.filter((step) => !isGround(step))];
    const verdicts = this.verdicts.toSorted((a, b) => Number(a.when === null) - Number(b.when === null));
    const mark = this.mark ?? defaultMark(when, expect);
    const { bound } = this.steps;
    return {
      id,
      file: this.file,
      line,
      title,
      builtIn,
      parameters,
      when: early(when),
      expect: expect.map((step) => withEarlyConditions(step, bound)),
      unless: unless.map((step) => withEarlyConditions(step, bound)),
      verdicts,
      lines,
      mark,
      because,
      source,
      good,
      bad,
    };
  }

  /** Something is wrong, and the rule works all the same. */
  private note(at: Entry | RuleText, message: string, place: Span | null = null): void {
    this.problems.push({ file: this.file, line: at.line, message: withClippedWords(message), range: rangeIn(at, place), isMinor: true });
  }

  /** Something is wrong, and the rule cannot work; `place` is that in the line's words, or its key. */
  private fail(at: Entry | RuleText, message: string, place: Span | 'key' | null = null): void {
    this.broken = true;
    this.problems.push({ file: this.file, line: at.line, message: withClippedWords(message), range: rangeIn(at, place) });
  }

  private readLine(entry: Entry): void {
    switch (entry.key) {
      case 'title':
        this.title = joined(entry);
        return;
      case 'because':
        this.because = joined(entry);
        return;
      case 'source':
        this.source = joined(entry);
        return;
      case 'when':
      case 'and':
      case 'expect':
      case 'unless':
      case 'or':
      case 'while':
        this.readStep(entry);
        return;
      case 'good':
      case 'bad':
        this.readExample(entry);
        return;
      case 'parameter':
        this.readParameter(entry);
        return;
      case 'mark':
      case 'fix':
        return;
      default:
        if (!SEVERITIES.includes(entry.key)) this.fail(entry, `"${entry.key}" begins no line of a rule${nearKey(entry.key)}.`, 'key');
    }
  }

  /** `parameter spleen-mm 120` */
  private readParameter(entry: Entry): void {
    const [, name, value] = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)+) (-?\d+(?:\.\d+)?)$/.exec(joined(entry)) ?? [];
    if (name === undefined)
      this.fail(entry, 'A parameter has a name of small letters with a hyphen, and a number: `parameter spleen-mm 120`.');
    else this.parameters[name] = Number(value);
  }

  private readStep(entry: Entry): void {
    const [, name] = /^built-in (\S+)$/.exec(entry.text) ?? [];
    if (name === undefined || entry.key !== 'when') {
      const wrong = this.steps.read(entry.key as 'when', joined(entry), entry.line);
      if (wrong !== null) this.fail(entry, wrong.error, wrong.range);
    } else if (name in BUILT_IN) {
      this.builtIn = name as BuiltIn;
      this.steps.lines.push({ key: 'when', text: entry.text, line: entry.line, clause: null });
    } else this.fail(entry, `There is no built-in check "${name}": ${Object.keys(BUILT_IN).join(', ')}.`);
  }

  private readExample(entry: Entry): void {
    const example = readExample(entry);
    if ('error' in example) {
      this.note(entry, example.error);
      return;
    }
    if (entry.key === 'bad' && example.marks.length === 0)
      this.note(entry, 'A bad example needs the offending words in [square brackets].');
    if (entry.key === 'good' && example.marks.length > 0)
      this.note(entry, 'A good example marks nothing; write a bracket of the report as \\[.');
    (entry.key === 'bad' ? this.bad : this.good).push(example);
  }

  private readSaying(entry: Entry): void {
    if (SEVERITIES.includes(entry.key)) {
      this.readVerdict(entry);
      return;
    }
    if (entry.key === 'mark') {
      this.mark = readMark(joined(entry));
      if (this.mark === null) this.fail(entry, `"${joined(entry)}" cannot be marked.`);
      else if (this.mark.type === 'part') this.check([this.mark.of], this.steps.sayable, entry);
    }
    if (entry.key === 'fix') this.readFix(entry);
  }

  private readFix(entry: Entry): void {
    const fix = readFix(joined(entry), this.parameters);
    if ('error' in fix) {
      this.note(entry, fix.error);
      return;
    }
    if (fix.type === 'remove') this.check([fix.finding], this.steps.sayable, entry);
    else if (fix.type !== 'remove-words') this.check(variablesOf(fix.text), this.steps.sayable, entry);
    const verdict = this.verdicts.at(-1);
    if (verdict) verdict.fixes.push(fix);
    else this.note(entry, 'A "fix" line belongs below the message that it mends.');
  }

  private readVerdict(entry: Entry): void {
    const words = joined(entry);
    const [, condition, conditional] = /^when ((?:"[^"]*"|[^":])+?):\s+(.+)$/.exec(words) ?? [];
    const compiled = condition === undefined ? null : this.compileCondition(condition);
    if (compiled && 'error' in compiled) {
      this.fail(entry, compiled.error, shift(compiled.range, 'when '.length));
      return;
    }
    const when = compiled && [[compiled.clause]];
    if (compiled) this.steps.lines.push({ key: entry.key, text: `when ${condition}`, line: entry.line, clause: compiled.clause });
    const { wording, unknown } = readWording(conditional ?? words, this.parameters);
    for (const place of unknown) this.fail(entry, `{${place}} says nothing in a message.`, placeOfWords(words, place));
    this.check(variablesOf(wording), when ? boundAfter(when, this.steps.sayable) : this.steps.sayable, entry);
    if (wording.length === 0) this.fail(entry, `"${entry.key}" needs a message.`);
    this.verdicts.push({ severity: entry.key as DiagnosticSeverity, when, message: wording, fixes: [] });
  }

  private compileCondition(words: string): ReturnType<typeof compileClause> {
    return compileClause(words, this.steps.bound, this.steps.places(), this.reader, this.parameters);
  }

  private check(variables: readonly string[], bound: ReadonlySet<string>, entry: Entry): void {
    for (const name of variables) {
      if (!bound.has(name)) this.fail(entry, `Nothing above is called ${name}.`, placeOfWords(joined(entry), name));
    }
  }
}

function rangeIn(at: Entry | RuleText, place: Span | 'key' | null): Span {
  if (!('key' in at)) return at.idRange;
  if (place === 'key') return { start: at.start, end: at.start + at.key.length };
  return place === null ? wordsRange(at) : placeOf(at, place);
}

/** A problem with the line and column of its words. */
function placed(problem: Problem, text: string): Problem {
  if (problem.range === undefined) return problem;
  const { start } = problem.range;
  let lineStart = start;
  while (lineStart > 0 && !/[\r\n]/.test(text.charAt(lineStart - 1))) lineStart--;
  return { ...problem, column: start - lineStart + 1 };
}

const NO_RULES: CompiledRules = { rules: [], problems: [] };

/**
 * Compiles rule files. What cannot be understood becomes a problem with its file and line and leaves the other rules working;
 * of two rules with one id the first that can be understood stays. `before` are rules that were compiled earlier and come first.
 */
export function compileRules(sources: readonly Source[], reader: PhraseReader, before: CompiledRules = NO_RULES): CompiledRules {
  const rules = new Map(before.rules.map((rule) => [rule.id, rule]));
  const places = new Map(before.rules.map(({ id, file, line }) => [id, `${file}, line ${line}`]));
  const problems: Problem[] = [...before.problems];
  for (const { name, text } of sources) {
    const file = readRuleFile(text);
    const from = problems.length;
    for (const entry of file.stray) {
      const { line, key } = entry;
      problems.push({ file: name, line, message: `"${clipped(key)}" stands before the first "rule" line.`, range: rangeIn(entry, 'key') });
    }
    for (const written of file.rules) {
      const compiler = new RuleCompiler(written, name, reader);
      const rule = compiler.compile();
      problems.push(...compiler.problems);
      const { id, line, idRange } = written;
      const twin = places.get(id);
      if (twin !== undefined) problems.push({ file: name, line, message: `Rule ${id} stands already in ${twin}.`, range: idRange });
      else if (isRuleId(id)) places.set(id, `${name}, line ${line}`);
      if (rule && !rules.has(id)) rules.set(id, rule);
    }
    for (let i = from; i < problems.length; i++) problems[i] = placed(problems[i] as Problem, text);
  }
  return { rules: [...rules.values()], problems };
}
