import { closeSync, existsSync, fdatasyncSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRuleId } from '../../language/rules/lines.ts';
import { oneLine } from '../drawing/cells.ts';
import { Failure, systemReason } from '../failure.ts';
import { DECISIONS_ENDING } from '../files.ts';
import type { Io } from '../io.ts';

/** What a reviewer says of an alert: it is right, it is a false alarm, or what was said before is taken back. */
export const VERDICTS = ['accept', 'reject', 'withdraw'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One line of a decisions file. */
export interface Decision {
  /** Of the alert: its text, rule and place (`judgedKeys`). */
  readonly key: string;
  readonly rule: string;
  readonly verdict: Verdict;
  /** In the reviewer's own words; may be empty. */
  readonly note: string;
  readonly reviewer: string;
  /** When, in UTC: `2024-03-12T10:15:00.000Z`. */
  readonly at: string;
  /** For people: file and line of the text. */
  readonly place: string;
}

/** What stands in decisions files, in their order. */
export interface DecisionsRead {
  readonly decisions: readonly Decision[];
  /** One line of text for each thing that could not be read, for standard error. */
  readonly problems: readonly string[];
  /** Lines that are no decision, though they were written to their end. */
  readonly foreign: number;
}

/** The decisions file beside the first thing that the command line names. */
export const decisionsBeside = (word: string): string => `${word.replace(/[\\/]+$/, '') || '.'}${DECISIONS_ENDING}`;

/** Bytes: some million decisions. */
const LARGEST = 512 * 1024 * 1024;
/** Characters of a note. */
export const LONGEST_NOTE = 2000;

/** Reads decisions files; one that is not there yet holds none, unless it must be. Throws a Failure for one that cannot be read. */
export function readDecisions(files: readonly string[], io: Io, mustBe = false): DecisionsRead {
  const decisions: Decision[] = [];
  const problems: string[] = [];
  let foreign = 0;
  for (const file of files) {
    const path = resolve(io.cwd, file);
    if (!mustBe && !existsSync(path)) continue;
    const { lines, endsInLine } = linesOf(path, file);
    const broken: number[] = [];
    for (const [i, line] of lines.entries()) {
      const decision = line.trim() === '' ? null : readDecision(line);
      if (decision !== null) decisions.push(decision);
      else if (line.trim() !== '') broken.push(i + 1);
    }
    if (!endsInLine && broken.at(-1) === lines.length) {
      broken.pop();
      problems.push(`${oneLine(file)}: the last line was not written to its end; it is passed over`);
    }
    foreign += broken.length;
    if (broken.length > 0)
      problems.push(
        `${oneLine(file)}: passed over, because it is no decision: line ${broken.slice(0, 5).join(', ')}${broken.length > 5 ? ` and ${broken.length - 5} more` : ''}`,
      );
  }
  return { decisions, problems, foreign };
}

/** Lines without their ends, and whether the last one has one. */
function linesOf(path: string, file: string): { readonly lines: readonly string[]; readonly endsInLine: boolean } {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > LARGEST) throw new Failure(`${oneLine(file)}: is larger than ${LARGEST / 1024 / 1024} MB`);
    const lines = bytes.toString('utf8').split('\n');
    const endsInLine = lines.at(-1) === '';
    if (endsInLine) lines.pop();
    return { lines, endsInLine };
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${oneLine(file)}: ${systemReason(error)}`);
  }
}

function readDecision(line: string): Decision | null {
  let given: Readonly<Record<string, unknown>> | null;
  try {
    given = JSON.parse(line) as Readonly<Record<string, unknown>> | null;
  } catch {
    return null;
  }
  const { key, rule, verdict, note, reviewer, at, place } = given ?? {};
  const isDecision =
    typeof key === 'string' &&
    /^[0-9a-f]{16}$/.test(key) &&
    typeof rule === 'string' &&
    isRuleId(rule) &&
    VERDICTS.some((each) => each === verdict);
  if (!isDecision) return null;
  return { key, rule, verdict: verdict as Verdict, note: words(note), reviewer: words(reviewer), at: words(at), place: words(place) };
}

const words = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST_NOTE) : '');

/** A decisions file to add to. */
export interface DecisionsWriter {
  /** Is on the disk when it returns. Throws a Failure where it cannot be written. */
  add(decision: Decision): void;
  close(): void;
}

/** Opens a decisions file, which is only ever added to. Throws a Failure where that cannot be done. */
export function writeDecisions(file: string, io: Io): DecisionsWriter {
  const attempt = <T>(what: () => T): T => {
    try {
      return what();
    } catch (error) {
      throw new Failure(`${oneLine(file)}: cannot be written: ${systemReason(error)}`);
    }
  };
  const handle = attempt(() => openSync(resolve(io.cwd, file), 'a+', 0o600));
  return {
    add: (decision) =>
      attempt(() => {
        // Behind a line that was not written to its end, a new one begins; and one write for a line, so that two programs do not mix theirs.
        const line = Buffer.from(`${isAtLineEnd(handle) ? '' : '\n'}${JSON.stringify(decision)}\n`);
        for (let at = 0; at < line.length; ) at += writeSync(handle, line, at);
        fdatasyncSync(handle);
      }),
    close: () => closeSync(handle),
  };
}

function isAtLineEnd(handle: number): boolean {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(handle, last, 0, 1, size - 1) === 1 && last[0] === 10);
}
