import { type LevelStyle, writeLevel } from '../meaning/notation.ts';
import { element, escapeMarkup } from '../text/markup.ts';
import { TOP, VERTEBRAE } from './anatomy.ts';
import type { Kind } from './chosen.ts';
import { type Alone, EMPTY } from './describe.ts';
import type { Drift } from './drift.ts';
import { drawFindings, lowered } from './findings.ts';
import { drawFlow } from './flow.ts';
import { layOut, MARGIN, type Shape } from './layout.ts';
import { listsOf, PATTERNS } from './lists.ts';
import { standaloneStyle } from './palette.ts';
import { box, SIDE_X, short, words } from './shapes.ts';
import { spineFromFront, spineFromSide } from './spine.ts';
import type { Subject } from './subject.ts';

export interface Drawing {
  readonly subjects: readonly Subject[];
  readonly drifts: readonly Drift[];
  readonly alone: readonly Alone[];
  readonly style: LevelStyle;
  readonly description: string;
  readonly kind: Kind;
  readonly shape: Shape;
}

/** Where names of levels end. */
const NAMES_X = 46;

/** The picture as an SVG document. */
export function drawMap({ subjects, drifts, alone, style, description, kind, shape }: Drawing): string {
  const drawn = subjects.filter(({ standing }) => standing === 'levels' || standing === 'throughout');
  const layout = layOut(drawn, shape);
  const { frontX, width } = layout;
  const findings = drawFindings(drawn, drifts, layout, kind);
  const { frontDown } = findings;
  const lists: string[] = [];
  let y = findings.bottom + 26;
  for (const [title, entries] of listsOf(subjects, alone, drifts, kind)) {
    const flow = drawFlow(title, entries, MARGIN, y, width - MARGIN * 2);
    lists.push(flow.markup);
    y += flow.height;
  }
  const height = y + 8;
  const size = kind === 'standalone' ? { width: short(width), height: short(height), role: 'img' } : { role: 'group' };
  const content = [
    element('title', {}, 'Spine map'),
    element('desc', {}, escapeMarkup(description)),
    kind === 'standalone' ? element('style', {}, standaloneStyle()) : '',
    PATTERNS,
    box('page', 0, 0, width, height),
    SIDE_HEADINGS,
    lowered(frontDown, frontHeadings(frontX)),
    levelRows(drawn, drifts, style, width, frontDown),
    element('g', { class: 'anatomy' }, spineFromSide() + lowered(frontDown, spineFromFront(frontX))),
    findings.markup,
    element('g', { class: 'names' }, lowered(frontDown, namesInFront(style, frontX))),
    drawn.length > 0 ? '' : words('title', layout.middleLabelsX - 12, TOP + 20, EMPTY),
    ...lists,
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${short(width)} ${short(height)}`,
      ...size,
      class: `spine-map ${shape}`,
      'aria-label': `Spine map: ${drawn.length} ${drawn.length === 1 ? 'finding' : 'findings'}`,
    },
    content.filter((part) => part !== '').join('\n'),
  );
}

const SIDE_HEADINGS = [
  words('title middle', SIDE_X + 6, 26, 'From the side'),
  words('small faint middle', SIDE_X - 42, 42, 'front'),
  words('small faint middle', SIDE_X + 58, 42, 'back'),
].join('');

const frontHeadings = (frontX: number): string =>
  [
    words('title middle', frontX, 26, 'From the front'),
    words('name middle', frontX - 62, 42, 'R'),
    words('name middle', frontX + 62, 42, 'L'),
  ].join('');

/** A row for each level: it is lit where the cursor is at the level, and its name is boxed where only the impression says it. */
function levelRows(drawn: readonly Subject[], drifts: readonly Drift[], style: LevelStyle, width: number, frontDown: number): string {
  const stated = drawn.filter(({ standing }) => standing === 'levels');
  const named = new Set(stated.flatMap(({ levels, discs }) => [...levels, ...discs.flatMap((each) => each.split('-'))]));
  const extra = new Set(drifts.flatMap((each) => each.extra));
  return VERTEBRAE.map(({ level, top, bottom, disc }) => {
    const y = (top + bottom) / 2;
    const markup = [
      ...(frontDown === 0 ? [0] : [0, frontDown]).map((down) =>
        box('row', MARGIN / 2, down + top - 1, width - MARGIN, bottom - top + Math.min(disc, 2)),
      ),
      words(`small end ${named.has(level) ? 'name' : 'faint'}`, NAMES_X, y + 3.5, level === 'coccyx' ? 'Co' : writeLevel(level, style)),
      extra.has(level) ? box('drift dashed', NAMES_X - 28, y - 7.5, 32, 15, 3) : '',
    ];
    return element('g', { class: 'level', 'data-level': level }, markup.join(''));
  }).join('\n');
}

/** Over what is drawn there, so that a level is read in the view from the front too. */
const namesInFront = (style: LevelStyle, x: number): string =>
  VERTEBRAE.filter(({ level }) => level !== 'coccyx')
    .map(({ level, top, bottom }) => words('tiny over middle', x, (top + bottom) / 2 + 3, writeLevel(level, style)))
    .join('');
