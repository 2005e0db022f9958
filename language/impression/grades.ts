import { vertebraeOf } from '../meaning/notation.ts';
import type { Note } from '../meaning/note.ts';
import type { Report } from '../meaning/report.ts';
import { contains } from '../text/span.ts';

/** A grade of the impression, and the one that the findings give on the same scale. */
export interface OtherGrade {
  readonly attribute: 'grade';
  readonly item: number;
  readonly stated: Note;
  readonly body: Note;
}

/** Grades on a scale (`ESCC grade 2`) that the findings give otherwise, where they give one on that scale alone. */
export function otherGrades(report: Report): OtherGrade[] {
  const grades = report.notes.filter((note) => note.category === 'grade' && note.value !== null && note.presence !== 'absent');
  return grades
    .filter(({ section }) => section === 'impression')
    .flatMap((stated): OtherGrade[] => {
      const there = grades.filter((g) => (g.section === 'findings' || g.section === '') && g.kind === stated.kind);
      const [body, ...more] = there;
      const item = report.impression.find(({ range }) => contains(range, stated.range.start))?.item;
      if (body === undefined || more.length > 0 || item === undefined || body.value === stated.value) return [];
      const levels = vertebraeOf(stated.levels, stated.discs);
      const others = vertebraeOf(body.levels, body.discs);
      const isElsewhere = levels.length > 0 && others.length > 0 && !levels.some((level) => others.includes(level));
      return isElsewhere ? [] : [{ attribute: 'grade', item, stated, body }];
    });
}
