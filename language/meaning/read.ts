import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Outline, Statement } from '../syntax/report.ts';
import { fitted } from '../text/fitted.ts';
import { type Span, shift } from '../text/span.ts';
import { datesIn, type WrittenDate } from './dates.ts';
import type { Said } from './draft.ts';
import { readExam } from './exam.ts';
import type { Finding } from './finding.ts';
import { gather } from './gather.ts';
import { leftOvers } from './left-overs.ts';
import type { Mention } from './mention.ts';
import { mixedNotation } from './mixed-notation.ts';
import { is, type Node, termOf } from './node.ts';
import type { Note, Spoken } from './note.ts';
import { readNotes, spokenIn } from './notes.ts';
import { type Patient, readPatient } from './patient.ts';
import { type Position, readPositions } from './positions.ts';
import type { Exam, ImpressionItem, Report, WordProblem } from './report.ts';
import type { ReadStatement, StatementMeaning } from './statement.ts';
import { unfilledFields } from './unfilled-fields.ts';
import { wordProblems } from './word-problems.ts';

/** Sections that state what is seen now. */
const STATING: ReadonlySet<string> = new Set(['', 'findings', 'addendum']);

/** Reads an outline to findings. `text` is the whole text that the outline's spans count in. */
export function readReport(text: string, outline: Outline, read: ReadStatement, lexicon: Lexicon): Report {
  const firstFinding = outline.sections.find((s) => s.id === 'findings')?.range.start ?? 0;
  const said = saidOf(text, outline.statements, read);
  const body: Said[] = [];
  const closing: Said[] = [];
  for (const each of said) {
    const { section, range } = each.statement;
    if (section === 'impression') closing.push(each);
    else if (STATING.has(section) && !(section === '' && range.start < firstFinding)) body.push(each);
  }
  const { findings } = gather(text, body, lexicon, 1);
  const stated = gather(text, closing, lexicon, findings.length + 1);
  const byItem = new Map<number, Finding[]>();
  stated.findings.forEach((finding, i) => {
    const item = stated.items[i] ?? 0;
    const same = byItem.get(item);
    if (same === undefined) byItem.set(item, [finding]);
    else same.push(finding);
  });
  const impression = outline.items.map(
    ({ number, mark, range }): ImpressionItem => ({
      item: number,
      mark,
      range,
      text: text.slice(range.start, range.end),
      findings: byItem.get(number) ?? NO_FINDINGS,
    }),
  );
  return new ReadReport({ text, outline, said, stating: [...body, ...closing], read, lexicon }, findings, impression);
}

/** What a report was read of, and by what. */
interface Grounds {
  readonly text: string;
  readonly outline: Outline;
  readonly said: readonly Said[];
  /** What is said in its findings and in its impression. */
  readonly stating: readonly Said[];
  readonly read: ReadStatement;
  readonly lexicon: Lexicon;
}

/**
 * A report whose findings are read; the rest is read when it is first asked for. A class, as an object written out with accessors of its own
 * is a shape of its own to the engine, by which the whole report outlives its use.
 */
class ReadReport implements Report {
  readonly range: Span;
  readonly outline: Outline;
  readonly exam: Exam;
  readonly findings: readonly Finding[];
  readonly impression: readonly ImpressionItem[];
  readonly #grounds: Grounds;
  #problems: readonly WordProblem[] | null = null;
  #spoken: readonly Spoken[] | null = null;
  #notes: readonly Note[] | null = null;
  #patient: Patient | null = null;
  #examDate: WrittenDate | null | undefined;
  #positions: ReadonlyMap<string, Position> | null = null;

  constructor(grounds: Grounds, findings: readonly Finding[], impression: readonly ImpressionItem[]) {
    const { text, outline, lexicon } = grounds;
    this.range = outline.range;
    this.outline = outline;
    this.exam = readExam(text, outline, lexicon);
    this.findings = findings;
    this.impression = impression;
    this.#grounds = grounds;
  }

  get wordProblems(): readonly WordProblem[] {
    const { text, outline, said, stating, lexicon } = this.#grounds;
    return (this.#problems ??= [
      ...wordProblems(stating, lexicon),
      ...mixedNotation(stating),
      ...unfilledFields(text, outline),
      ...leftOvers(text, outline, said),
    ]);
  }

  get notes(): readonly Note[] {
    return (this.#notes ??= readNotes(this.#said, this.#grounds.read));
  }

  get patient(): Patient {
    return (this.#patient ??= readPatient(this.#grounds.text, this.outline, this.#said));
  }

  get examDate(): WrittenDate | null {
    if (this.#examDate === undefined) this.#examDate = readExamDate(this.#grounds.text, this.outline);
    return this.#examDate;
  }

  get positions(): ReadonlyMap<string, Position> {
    return (this.#positions ??= readPositions(this, this.#said));
  }

  get #said(): readonly Spoken[] {
    const { text, outline, said, read } = this.#grounds;
    return (this.#spoken ??= spokenIn(text, outline, said, read));
  }
}

function readExamDate(text: string, outline: Outline): WrittenDate | null {
  const field = outline.header.find((f) => f.id === 'date');
  if (field === undefined) return null;
  const [date] = datesIn(text.slice(field.value.start, field.value.end));
  return date === undefined ? null : { ...date, span: shift(date.span, field.value.start) };
}

/** What each statement says, with its topic or what the statements before it are about. */
export function saidOf(text: string, statements: readonly Statement[], read: ReadStatement): Said[] {
  let about: { paragraph: number; sites: readonly string[] } | null = null;
  return statements.map((statement) => {
    const said = withTopic(text, statement, read);
    if (about?.paragraph !== statement.paragraph) about = null;
    const { sites, isBare } = subjectOf(said.meaning);
    if (sites.length > 0) about = { paragraph: statement.paragraph, sites };
    else if (about !== null && isBare && (statement.topic?.sites ?? []).length === 0) {
      const meaning = read(statement.text, about.sites);
      if (meaning.mentions.length > 0 && meaning.mentions.every((m) => m.role === 'observation')) return { ...said, meaning };
    }
    return said;
  });
}

export interface Subject {
  /** Structures that the statement begins with. */
  readonly sites: readonly string[];
  /** `No calculus.` behind `Both kidneys are normal.`: an observation that names no structure. */
  readonly isBare: boolean;
}

const subjectOf = ({ nodes, mentions, made }: StatementMeaning): Subject => (made.subject ??= readSubject(nodes, mentions));

function readSubject(nodes: readonly Node[], mentions: readonly Mention[]): Subject {
  const end = nodes.findIndex((n) => is(n, 'verb') || is(n, 'preposition') || is(n, 'head') || is(n, 'observation') || n.type === 'size');
  const sites = nodes.slice(0, end < 0 ? nodes.length : end).flatMap((n) => termOf(n, 'site')?.sites ?? NO_SITES);
  const isBare = mentions.length === 0 && nodes.some((n) => is(n, 'observation')) && !nodes.some((n) => is(n, 'site'));
  return sites.length === 0 && !isBare ? NO_SUBJECT : { sites: fitted(sites), isBare };
}

/**
 * A topic may be more than a place: `T11-T12:` gives its level, `Adenopathy: none.` names the thing itself, so that
 * the statement is read together with it.
 */
function withTopic(text: string, statement: Statement, read: ReadStatement): Said {
  const { range, topic: named } = statement;
  const own = read(statement.text, named?.sites ?? NO_SITES);
  if (named === null) return { statement, own, by: range.start, meaning: own, topic: null };
  const { start, end } = named.name;
  const topic = read(text.slice(start, end), NO_SITES);
  if (range.start - end < 12 && isThing(topic) && !isDenied(topic, own))
    return { statement, own, by: start, meaning: read(text.slice(start, range.end), NO_SITES), topic };
  return { statement, own, by: range.start, meaning: own, topic };
}

/** `Soft tissues:` is a place; `Adenopathy:` and `Epidural mass D7-D10:` are things. */
const isThing = ({ nodes, mentions }: StatementMeaning): boolean => mentions.some((m) => !is(nodes[m.at], 'site'));

/** `Rib fractures: No rib fracture.` says itself what is denied; `Rib fractures: None.` needs the name, and `Mass D7-D10:` is one that is there. */
const isDenied = (topic: StatementMeaning, own: StatementMeaning): boolean =>
  !topic.nodes.some(({ type }) => type === 'levels') &&
  own.mentions.some((m) => m.presence === 'absent' && topic.mentions.some(({ kind }) => kind === m.kind));

const NO_SITES: readonly string[] = [];
const NO_FINDINGS: readonly Finding[] = [];
const NO_SUBJECT: Subject = { sites: NO_SITES, isBare: false };
