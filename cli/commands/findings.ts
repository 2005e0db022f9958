import { toContract } from '../../language/contract.ts';
import type { Finding } from '../../language/meaning/finding.ts';
import { type LevelStyle, levelStyleOf, writeLevels } from '../../language/meaning/notation.ts';
import type { Exam, Report } from '../../language/meaning/report.ts';
import { type Command, EXIT } from '../command.ts';
import { type Colours, coloursFor } from '../drawing/colours.ts';
import { linesOf } from '../drawing/lines.ts';
import { plural } from '../drawing/summary.ts';
import { drawTable } from '../drawing/table.ts';
import { UsageFailure } from '../failure.ts';
import { readReport } from '../input.ts';
import { widthOfScreen } from '../io.ts';
import { languageWith } from '../language.ts';
import { LEXICON_OPTION } from '../options.ts';

export const findings: Command = {
  name: 'findings',
  summary: 'show what a report says, as findings',
  usage: ['FILE'],
  notes: [
    'FILE is a report, or - for standard input. A text may hold several reports, parted by lines of ---.',
    'Exit code: 0, or 2 where the file could not be read.',
  ],
  options: {
    json: { help: 'findings, impression and diagnostics as JSON (offsets count UTF-16 code units)' },
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    const [file, ...more] = args.operands;
    if (file === undefined) throw new UsageFailure('findings needs a file, or - for standard input');
    if (more.length > 0) throw new UsageFailure('findings takes one file');
    const { name, text } = await readReport(file, io);
    const snapshot = (await languageWith(args.values('lexicon'), io, makeLanguage)).read(text);
    if (args.has('json')) {
      io.stdout.write(`${JSON.stringify(toContract(snapshot), null, 2)}\n`);
      return EXIT.clean;
    }
    const colours = coloursFor(io.stdout, io, args);
    const lines = linesOf(text);
    const room = widthOfScreen(io.stdout);
    const drawn = snapshot.reports.map((report) => {
      const place = `${name}:${lines.placeOf(report.range.start).line}:`;
      return drawReport(place, report, levelStyleOf(text.slice(report.range.start, report.range.end)), room, colours);
    });
    io.stdout.write(drawn.join('\n'));
    return EXIT.clean;
  },
};

const ATTRIBUTES = ['kind', 'presence', 'sites', 'side', 'levels', 'severity', 'size', 'words'] as const;

function drawReport(place: string, report: Report, style: LevelStyle, room: number | null, colours: Colours): string {
  const stated = report.impression.flatMap(({ item, findings: own }) => own.map((finding) => [String(item), ...row(finding, style)]));
  const parts = [
    `${colours.strong(place)} ${examInWords(report.exam)}${plural(report.findings.length, 'finding')}\n`,
    ...(report.findings.length > 0
      ? [
          drawTable(
            ATTRIBUTES,
            report.findings.map((f) => row(f, style)),
            room,
            colours,
          ),
        ]
      : []),
    ...(stated.length > 0 ? [`\n${colours.strong('Impression')}\n`, drawTable(['item', ...ATTRIBUTES], stated, room, colours)] : []),
  ];
  return parts.join('');
}

/** `MR of thoracic-spine, with contrast; `, or nothing. */
function examInWords({ modality, regions, contrast }: Exam): string {
  const what = [modality ?? '', regions.join(' and ')].filter((part) => part !== '').join(' of ');
  const parts = [what, contrast === null ? '' : `${contrast} contrast`].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(', ')}; `;
}

function row(finding: Finding, style: LevelStyle): string[] {
  const { kind, presence, sites, side, dominantSide, levels, discs, severity, sizeMm, text } = finding;
  return [
    kind,
    presence,
    sites.join(', '),
    side === null ? '' : dominantSide === null ? side : `${side}, more ${dominantSide}`,
    writeLevels(levels, discs, style),
    severity?.join(' to ') ?? '',
    sizeMm === null || sizeMm.length === 0 ? '' : `${sizeMm.join(' x ')} mm`,
    text,
  ];
}
