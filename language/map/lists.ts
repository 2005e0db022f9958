import { element } from '../text/markup.ts';
import { chosen, type Kind } from './chosen.ts';
import type { Alone } from './describe.ts';
import type { Drift } from './drift.ts';
import type { Entry } from './flow.ts';
import type { Picture } from './kinds.ts';
import { legendOf, type Manner } from './legend.ts';
import { HATCHED } from './palette.ts';
import { box, differs, shape } from './shapes.ts';
import type { Subject } from './subject.ts';

type Listed = Pick<Subject, 'finding' | 'name' | 'details' | 'words'>;

const UNPLACED = shape('circle', 'outline dashed', { cx: 0, cy: 0, r: 6 });
const ABSENT = shape('circle', 'outline', { cx: 0, cy: 0, r: 6 }) + shape('path', 'outline', { d: 'M-4.2 4.2L4.2 -4.2' });
const ALONE = box('drift', -8, -7, 16, 14, 3) + differs(0, 0);

/** What stands below the picture: findings that are not drawn, and why; and the legend of what is. Title and entries of each list. */
export function listsOf(
  subjects: readonly Subject[],
  alone: readonly Alone[],
  drifts: readonly Drift[],
  kind: Kind,
): readonly (readonly [title: string, entries: readonly Entry[]])[] {
  const entryWith =
    (sign: string) =>
    ({ finding, name, details, words }: Listed): Entry => {
      const text = [name, details].filter((part) => part !== '').join(' · ');
      return { text, sign, wrapIn: (markup, frame) => chosen({ finding, words }, 'list', text, frame, markup, kind) };
    };
  const standing = (wanted: Subject['standing']): readonly Subject[] => subjects.filter((subject) => subject.standing === wanted);
  const drawn = [...standing('levels'), ...standing('throughout')];
  return [
    ['No level stated, so not drawn', standing('unplaced').map(entryWith(UNPLACED))],
    ['Absent, normal or resolved, so not drawn', standing('absent').map(entryWith(ABSENT))],
    ['In the impression alone', alone.map(entryWith(ALONE))],
    ['Legend', legendOf(new Set(drawn.map(({ picture }) => picture)), mannersOf(drawn, drifts))],
  ];
}

const SIDED: ReadonlySet<Picture> = new Set(['beside-mass', 'foramen', 'foramen-mass', 'rib']);

function mannersOf(drawn: readonly Subject[], drifts: readonly Drift[]): ReadonlySet<Manner> {
  const manners = new Set<Manner>();
  for (const { finding, standing, picture, severity } of drawn) {
    if (finding.presence === 'possible') manners.add('possible');
    if (standing === 'throughout') manners.add('throughout');
    if (finding.side === null && SIDED.has(picture)) manners.add('unsided');
    if (severity === null && (picture === 'narrowing' || (picture === 'foramen' && finding.side !== null))) manners.add('ungraded');
  }
  if (drifts.length > 0) manners.add('drift');
  return manners;
}

/** The patterns that findings are filled with. */
export const PATTERNS = element('defs', {}, HATCHED.flatMap((tone) => [hatch(tone, '', 5), hatch(tone, '-possible', 7)]).join(''));

/** Lines aslant; those of a possible finding lean the other way, and are thinner. */
function hatch(tone: string, manner: '' | '-possible', step: number): string {
  const d =
    manner === ''
      ? `M-1 ${step + 1}L${step + 1} -1M-1 1L1 -1M${step - 1} ${step + 1}L${step + 1} ${step - 1}`
      : `M-1 -1L${step + 1} ${step + 1}M-1 ${step - 1}L1 ${step + 1}M${step - 1} -1L${step + 1} 1`;
  const kind = `hatch ${tone}${manner === '' ? '' : ' possible'}`;
  return element(
    'pattern',
    { id: `hatch-${tone}${manner}`, class: kind, width: step, height: step, patternUnits: 'userSpaceOnUse' },
    element('path', { d }),
  );
}
