import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Outline } from '../syntax/report.ts';
import { shift } from '../text/span.ts';
import { readExam } from './exam.ts';
import { gather, type Said } from './gather.ts';
import type { ImpressionItem, LevelProblem, Report } from './report.ts';
import type { ReadStatement } from './statement.ts';

/** Sections that state what is seen now. */
const STATING: ReadonlySet<string> = new Set(['', 'findings', 'addendum']);

/** Reads an outline to findings. `text` is the whole text that the outline's spans count in. */
export function readReport(text: string, outline: Outline, read: ReadStatement, lexicon: Lexicon): Report {
  const sectioned = outline.sections.some((s) => s.id === 'findings');
  const firstFinding = outline.sections.find((s) => s.id === 'findings')?.range.start ?? 0;
  const said: Said[] = outline.statements.map((statement) => ({ statement, meaning: read(statement.text, statement.topic?.sites ?? []) }));
  const body = said.filter(({ statement }) => STATING.has(statement.section) && !(sectioned && statement.section === '' && statement.range.start < firstFinding));
  const closing = said.filter(({ statement }) => statement.section === 'impression');
  const findings = gather(text, body, lexicon, 1).map((f) => f.finding);
  const stated = gather(text, closing, lexicon, findings.length + 1);
  const impression = outline.items.map((item): ImpressionItem => ({
    item: item.number,
    mark: item.mark,
    range: item.range,
    text: text.slice(item.range.start, item.range.end),
    findings: stated.filter((s) => s.item === item.number).map((s) => s.finding),
  }));
  const levelProblems = [...body, ...closing].flatMap(({ statement, meaning }) =>
    meaning.trouble.map(({ kind, range, suggestion }): LevelProblem => {
      const at = shift(range, statement.range.start);
      return { kind, range: at, words: text.slice(at.start, at.end), suggestion };
    }),
  );
  return { range: outline.range, outline, exam: readExam(text, outline, lexicon), findings, impression, levelProblems };
}
