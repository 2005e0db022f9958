import type { Problem } from '../lexicon/lexicon.ts';
import type { DiagnosticSeverity } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import { boundAfter, isGround } from './clause-variables.ts';
import { compileClause } from './compile-clause.ts';
import { readExample } from './example.ts';
import { readFix } from './fix-plan.ts';
import { type Entry, isRuleId, joined, type RuleText, readRuleFile } from './lines.ts';
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
import { readWording, variablesOf, type Wording } from './wording.ts';

const SEVERITIES: readonly string[] = ['error', 'warning', 'info', 'hint'];

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
    const { id, line, entries } = this.text;
    if (!isRuleId(id)) this.fail(line, `"${id}" is no rule id: small letters, digits and hyphens.`);
    for (const entry of entries) this.readLine(entry);
    for (const entry of entries) this.readSaying(entry);
    // One that could not be understood has been told of.
    const asks = this.steps.when.length > 0 || entries.some(({ key }) => key === 'when');
    if (!asks) this.fail(line, `Rule ${id} has no "when" line.`);
    if (!this.verdicts.some((verdict) => verdict.when === null)) {
      this.fail(line, `Rule ${id} says nothing: it needs a line "error", "warning", "info" or "hint" with its message.`);
    }
    if (this.title === '') this.note(line, `Rule ${id} has no "title" line.`);
    if (this.because === '') this.note(line, `Rule ${id} has no "because" line.`);
    if (this.good.length === 0) this.note(line, `Rule ${id} has no "good" example.`);
    if (this.bad.length === 0) this.note(line, `Rule ${id} has no "bad" example.`);
    if (this.broken) return null;
    const { title, because, source, builtIn, parameters, good, bad } = this;
    const { expect, unless, lines } = this.steps;
    const when = [...this.steps.when.filter(isGround), ...this.steps.when.filter((step) => !isGround(step))];
    const verdicts = this.verdicts.toSorted((a, b) => Number(a.when === null) - Number(b.when === null));
    const mark = this.mark ?? defaultMark(when, expect);
    return {
      id,
      file: this.file,
      line,
      title,
      builtIn,
      parameters,
      when,
      expect,
      unless,
      verdicts,
      lines,
      mark,
      because,
      source,
      good,
      bad,
    };
  }

  private note(line: number, message: string): void {
    this.problems.push({ file: this.file, line, message });
  }

  private fail(line: number, message: string): void {
    this.broken = true;
    this.note(line, message);
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
        if (!SEVERITIES.includes(entry.key)) this.fail(entry.line, `"${entry.key}" begins no line of a rule.`);
    }
  }

  /** `parameter spleen-mm 120` */
  private readParameter(entry: Entry): void {
    const [, name, value] = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)+) (-?\d+(?:\.\d+)?)$/.exec(joined(entry)) ?? [];
    if (name === undefined)
      this.fail(entry.line, 'A parameter has a name of small letters with a hyphen, and a number: `parameter spleen-mm 120`.');
    else this.parameters[name] = Number(value);
  }

  private readStep(entry: Entry): void {
    const [, name] = /^built-in (\S+)$/.exec(entry.text) ?? [];
    if (name === undefined || entry.key !== 'when') {
      const wrong = this.steps.read(entry.key as 'when', joined(entry), entry.line);
      if (wrong !== null) this.fail(entry.line, wrong);
    } else if (name in BUILT_IN) {
      this.builtIn = name as BuiltIn;
      this.steps.lines.push({ key: 'when', text: entry.text, line: entry.line, clause: null });
    } else this.fail(entry.line, `There is no built-in check "${name}": ${Object.keys(BUILT_IN).join(', ')}.`);
  }

  private readExample(entry: Entry): void {
    const example = readExample(entry);
    if ('error' in example) {
      this.note(entry.line, example.error);
      return;
    }
    if (entry.key === 'bad' && example.marks.length === 0)
      this.note(entry.line, 'A bad example needs the offending words in [square brackets].');
    if (entry.key === 'good' && example.marks.length > 0)
      this.note(entry.line, 'A good example marks nothing; write a bracket of the report as \\[.');
    (entry.key === 'bad' ? this.bad : this.good).push(example);
  }

  private readSaying(entry: Entry): void {
    if (SEVERITIES.includes(entry.key)) {
      this.readVerdict(entry);
      return;
    }
    if (entry.key === 'mark') {
      this.mark = readMark(joined(entry));
      if (this.mark === null) this.fail(entry.line, `"${joined(entry)}" cannot be marked.`);
      else if (this.mark.type === 'part') this.check([this.mark.of], this.steps.sayable, entry.line);
    }
    if (entry.key === 'fix') {
      const fix = readFix(joined(entry), this.parameters);
      if ('error' in fix) {
        this.note(entry.line, fix.error);
        return;
      }
      if (fix.type === 'remove') this.check([fix.finding], this.steps.sayable, entry.line);
      else this.check(variablesOf(fix.text), this.steps.sayable, entry.line);
      const verdict = this.verdicts.at(-1);
      if (verdict) verdict.fixes.push(fix);
      else this.note(entry.line, 'A "fix" line belongs below the message that it mends.');
    }
  }

  private readVerdict(entry: Entry): void {
    const [, condition, conditional] = /^when ((?:"[^"]*"|[^":])+?):\s+(.+)$/.exec(joined(entry)) ?? [];
    const compiled = condition === undefined ? null : compileClause(condition, this.steps.bound, this.reader, this.parameters);
    if (compiled && 'error' in compiled) {
      this.fail(entry.line, compiled.error);
      return;
    }
    const when = compiled && [[compiled.clause]];
    if (compiled) this.steps.lines.push({ key: entry.key, text: `when ${condition}`, line: entry.line, clause: compiled.clause });
    const message = this.wording(
      conditional ?? joined(entry),
      when ? boundAfter(when, this.steps.sayable) : this.steps.sayable,
      entry.line,
    );
    if (message.length === 0) this.fail(entry.line, `"${entry.key}" needs a message.`);
    this.verdicts.push({ severity: entry.key as DiagnosticSeverity, when, message, fixes: [] });
  }

  private wording(text: string, bound: ReadonlySet<string>, line: number): Wording {
    const { wording, unknown } = readWording(text, this.parameters);
    for (const place of unknown) this.fail(line, `{${place}} says nothing in a message.`);
    this.check(variablesOf(wording), bound, line);
    return wording;
  }

  private check(variables: readonly string[], bound: ReadonlySet<string>, line: number): void {
    for (const name of variables) {
      if (!bound.has(name)) this.fail(line, `Nothing above is called ${name}.`);
    }
  }
}

/**
 * Compiles rule files. What cannot be understood becomes a problem with its file and line and leaves the other rules working;
 * of two rules with one id the first that can be understood stays.
 */
export function compileRules(sources: readonly Source[], reader: PhraseReader): CompiledRules {
  const rules = new Map<string, Rule>();
  const places = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { name, text } of sources) {
    const file = readRuleFile(text);
    for (const { line, key } of file.stray) problems.push({ file: name, line, message: `"${key}" stands before the first "rule" line.` });
    for (const written of file.rules) {
      const compiler = new RuleCompiler(written, name, reader);
      const rule = compiler.compile();
      problems.push(...compiler.problems);
      const { id, line } = written;
      const twin = places.get(id);
      if (twin !== undefined) problems.push({ file: name, line, message: `Rule ${id} stands already in ${twin}.` });
      else if (isRuleId(id)) places.set(id, `${name}, line ${line}`);
      if (rule && !rules.has(id)) rules.set(id, rule);
    }
  }
  return { rules: [...rules.values()], problems };
}
