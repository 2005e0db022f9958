import type { ChangeKind, FindingChange } from '../../language/compare.ts';
import type { Finding } from '../../language/meaning/finding.ts';
import { type LevelStyle, writeLevels } from '../../language/meaning/notation.ts';
import { oneLine } from './cells.ts';
import type { Colours } from './colours.ts';
import type { Lines } from './lines.ts';

const SIGNS: Readonly<Record<ChangeKind, string>> = {
  new: '+',
  gone: '-',
  presence: '~',
  levels: '~',
  ribs: '~',
  side: '~',
  severity: '~',
  larger: '>',
  smaller: '<',
};

/** A report on the command line, with how it writes levels. */
export interface Compared {
  readonly name: string;
  readonly lines: Lines;
  readonly levels: LevelStyle;
}

/** A line for each change: what changed, what it was and is, and where that stands. Ends in a line break, or is empty. */
export function drawChanges(changes: readonly FindingChange[], prior: Compared, current: Compared, colours: Colours): string {
  return changes.map((change) => `${row(change, prior, current, colours)}\n`).join('');
}

function row({ change, prior, current }: FindingChange, before: Compared, after: Compared, colours: Colours): string {
  const paint = change === 'new' || change === 'larger' ? colours.added : change === 'gone' ? colours.removed : colours.strong;
  const words = [prior === null ? '' : value(change, prior, before), current === null ? '' : value(change, current, after)].filter(
    (w) => w !== '',
  );
  const where = [prior === null ? '' : place(before, prior), current === null ? '' : place(after, current)].filter((w) => w !== '');
  const kind = (current ?? prior)?.kind ?? '';
  return `${paint(`${SIGNS[change]} ${change}`.padEnd(11))} ${colours.strong(kind)}: ${words.join(' -> ')} ${colours.frame(`(${where.join(', ')})`)}`;
}

/** What a change is about; of what is new or gone, the words of the report. */
function value(change: ChangeKind, finding: Finding, { levels }: Compared): string {
  switch (change) {
    case 'presence':
      return finding.presence;
    case 'levels':
      return writeLevels(finding.levels, finding.discs, levels);
    case 'side':
      return finding.side ?? '';
    case 'severity':
      return finding.severity?.join(' to ') ?? '';
    case 'larger':
    case 'smaller':
      return `${finding.sizeMm?.join(' x ') ?? ''} mm`;
    default:
      return `"${oneLine(finding.text)}"`;
  }
}

const place = ({ name, lines }: Compared, { range }: Finding): string => {
  const { line, column } = lines.placeOf(range.start);
  return `${name}:${line}:${column}`;
};
