import { compareReports, type FindingChange } from '../../language/compare.ts';
import type { Finding } from '../../language/meaning/finding.ts';
import { levelStyleOf } from '../../language/meaning/notation.ts';
import { type Command, EXIT } from '../command.ts';
import { type Compared, drawChanges } from '../drawing/changes.ts';
import { coloursFor } from '../drawing/colours.ts';
import { linesOf } from '../drawing/lines.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { type Input, readReport } from '../input.ts';
import { languagesWith } from '../language.ts';
import { LEXICON_OPTION } from '../options.ts';

export const diff: Command = {
  name: 'diff',
  summary: 'compare two reports: findings that are new, gone, elsewhere, larger',
  usage: ['PRIOR CURRENT', 'PRIOR CURRENT --json'],
  notes: [
    'Findings are compared, not lines: order and wording do not count, nor what only one of the reports states of a finding.',
    'Of an impression, only what the findings of the same report do not state is compared.',
    'Of files with several reports, the first is compared with the first, and so on.',
    'Exit code: 0 where no finding differs, 1 where one does, 2 where a file or a lexicon could not be read.',
  ],
  options: { json: { help: 'the changes as JSON (offsets count UTF-16 code units)' }, ...LEXICON_OPTION },

  async run(args, io, makeLanguage) {
    const [first, second, ...more] = args.operands;
    if (first === undefined || second === undefined || more.length > 0) throw new UsageFailure('diff needs two files');
    const languageFor = await languagesWith(args.values('lexicon'), io, makeLanguage);
    const [prior, current] = [await readReport(first, io), await readReport(second, io)];
    const [before, after] = [(await languageFor(prior.path)).read(prior.text), (await languageFor(current.path)).read(current.text)];
    const [was, is] = [before.reports.length, after.reports.length];
    if (was !== is) throw new Failure(`${prior.name} and ${current.name}: ${was} and ${is} reports cannot be compared one by one`);
    const changes = before.reports.flatMap((report, r) => {
      const other = after.reports[r];
      return other === undefined ? [] : compareReports(report, other);
    });
    const drawn = args.has('json')
      ? `${JSON.stringify(changes.map(plain), null, 2)}\n`
      : changes.length === 0
        ? 'No finding differs.\n'
        : drawChanges(changes, comparedOf(prior), comparedOf(current), coloursFor(io.stdout, io, args));
    io.stdout.write(drawn);
    return changes.length === 0 ? EXIT.clean : EXIT.found;
  },
};

const comparedOf = ({ name, text }: Input): Compared => ({ name, lines: linesOf(text), levels: levelStyleOf(text) });

const plain = ({ change, prior, current }: FindingChange): object => ({ change, prior: side(prior), current: side(current) });

const side = (finding: Finding | null): object | null => {
  if (finding === null) return null;
  const { kind, presence, sites, side: own, levels, discs, severity, sizeMm, text, range } = finding;
  return { kind, presence, sites, side: own, levels, discs, severity, sizeMm, text, range };
};
