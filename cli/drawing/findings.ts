import type { Finding } from '../../language/meaning/finding.ts';
import { type LevelStyle, levelStyleOf, writeLevels } from '../../language/meaning/notation.ts';
import type { Exam, Report } from '../../language/meaning/report.ts';
import type { Colours } from './colours.ts';
import type { Lines } from './lines.ts';
import { plural } from './summary.ts';
import { drawTable } from './table.ts';

const ATTRIBUTES = ['kind', 'presence', 'sites', 'side', 'levels', 'severity', 'size', 'signal', 'enhancement', 'words'] as const;

/** The findings of a report and of its impression as tables. `room` is the width of the screen, null for none. */
export function drawFindings(file: string, lines: Lines, report: Report, room: number | null, colours: Colours): string {
  const { start, end } = report.range;
  const style = levelStyleOf(lines.text.slice(start, end));
  const rows = report.findings.map((finding) => row(finding, style));
  const stated = report.impression.flatMap(({ item, findings: own }) => own.map((finding) => [String(item), ...row(finding, style)]));
  const place = colours.strong(`${file}:${lines.placeOf(start).line}:`);
  return [
    `${place} ${examInWords(report.exam)}${plural(rows.length, 'finding')}\n`,
    ...(rows.length > 0 ? [drawTable(ATTRIBUTES, rows, room, colours)] : []),
    ...(stated.length > 0 ? [`\n${colours.strong('Impression')}\n`, drawTable(['item', ...ATTRIBUTES], stated, room, colours)] : []),
  ].join('');
}

/** `MR of thoracic-spine, with contrast; `, or nothing. */
function examInWords({ modality, regions, contrast }: Exam): string {
  const what = [modality ?? '', regions.join(' and ')].filter((part) => part !== '').join(' of ');
  const parts = [what, contrast === null ? '' : `${contrast} contrast`].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(', ')}; `;
}

function row(finding: Finding, style: LevelStyle): string[] {
  const { kind, presence, sites, side, dominantSide, levels, discs, severity, sizeMm, signal, enhancement, text } = finding;
  return [
    kind,
    presence,
    sites.join(', '),
    side === null ? '' : dominantSide === null ? side : `${side}, more ${dominantSide}`,
    writeLevels(levels, discs, style),
    severity?.join(' to ') ?? '',
    sizeMm === null || sizeMm.length === 0 ? '' : `${sizeMm.join(' x ')} mm`,
    signalInWords(signal),
    enhancement ?? '',
    text,
  ];
}

/** `T1 hypo to muscle, T2 hyper` */
const signalInWords = (signal: Finding['signal']): string =>
  Object.entries(signal)
    .map(([sequence, { intensity, reference }]) => `${sequence} ${intensity.join(' to ')}${reference === null ? '' : ` to ${reference}`}`)
    .join(', ');
