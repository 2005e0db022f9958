import type { Report } from '../../language/meaning/report.ts';
import { applyEdits, type TextEdit } from '../../language/text/edit.ts';
import type { Span } from '../../language/text/span.ts';
import type { Change } from '../mutant.ts';
import { allFindings, type Sound } from '../sound.ts';

const WITHOUT = 'without contrast';
/** A report states its contrast in the title and the technique; more places than these are not changed. */
const MOST = 4;

/** The examination becomes one without contrast, although enhancement is described; or enhancement is put where none can be. */
export function enhancementWithoutContrast(sound: Sound): Change[] {
  const seen = allFindings(sound).filter((f) => f.enhancement !== null && f.where.enhancement !== undefined);
  const { exam } = sound.report;
  if (exam.contrast === 'without' && seen.length === 0) return enhanced(sound);
  if (exam.contrast !== 'with' || seen.length === 0) return [];
  const edits = plainExam(sound);
  const counterparts = seen.flatMap(({ where }) => where.enhancement ?? []);
  return edits === null
    ? []
    : [{ edits: edits.slice(0, 1), following: edits.slice(1), what: 'The examination became one without contrast.', counterparts }];
}

/** Every place that says that contrast was given says that none was; null where the reader still finds some. */
function plainExam({ text, report, read }: Sound): TextEdit[] | null {
  const edits: TextEdit[] = [];
  const places = contrastPlaces(report);
  for (const range of places.slice(0, MOST)) edits.push({ range, text: range === places[0] ? WITHOUT : 'non-contrast' });
  const exam = read(applyEdits(text, edits)).find(({ range }) => range.start === report.range.start)?.exam;
  return exam?.contrast === 'without' ? edits : null;
}

/** Where contrast is stated: the place that decides, then those of the notes. */
function contrastPlaces(report: Report): Span[] {
  const stated = report.notes
    .filter(({ category, value }) => (category === 'technique' && value === 'with') || category === 'contrast-agent')
    .map(({ where, range }) => where.head ?? range);
  const all = [report.exam.contrastRange, ...stated].filter((span) => span !== null);
  return all.filter((span, i) => all.findIndex((other) => other.start < span.end && span.start < other.end) === i);
}

/** A mass of a plain examination that is said to enhance. */
function enhanced(sound: Sound): Change[] {
  return allFindings(sound)
    .filter(({ kind, presence, section }) => kind === 'mass' && presence === 'present' && section === 'findings')
    .flatMap((finding) => {
      const head = finding.where.head;
      const isLast = sound.statementOf(finding)?.range.end === finding.range.end || sound.text[finding.range.end] === '.';
      if (head === undefined || !isLast) return [];
      const at = finding.range.end;
      return [
        {
          edits: [{ range: { start: at, end: at }, text: ', enhancing homogeneously' }],
          what: 'Enhancement was put where no contrast was given.',
          counterparts: [],
        },
      ];
    });
}
