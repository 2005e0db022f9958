import type { Language, Snapshot } from '../../language/language.ts';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { palette } from '../drawing/colours.ts';
import { FORMATS, type FormatName } from '../formats/formats.ts';
import { internalMessage, isDebugging } from '../internal.ts';
import type { Io } from '../io.ts';
import type { LanguageFor } from '../language.ts';
import { today } from '../today.ts';
import { aboutRecord, placesOf } from './about.ts';
import { alertKeys } from './alert-key.ts';
import { baselineLine, readBaseline } from './baseline.ts';
import { contentOf } from './content.ts';
import type { Outcome, Work } from './outcome.ts';
import { foundIn } from './tally.ts';
import { nameOf } from './unit.ts';

/** What `emh check` does with each text. Plain data. */
export interface CheckOrder {
  readonly does: 'check';
  readonly format: FormatName;
  readonly explain: boolean;
  readonly quiet: boolean;
  /** Whether results may hold words of the reports. */
  readonly words: boolean;
  /** A baseline file; what it knows is neither shown nor counted. */
  readonly baseline: string | null;
  /** Whether lines for a baseline file are wanted. */
  readonly writesBaseline: boolean;
  readonly style: { readonly room: number; readonly colours: boolean };
}

/** `hasFaults` tells whether rules, terms or settings of a site could not be understood so far. Throws a Failure where the baseline cannot be read. */
export async function checkWork(order: CheckOrder, languageFor: LanguageFor, io: Io, hasFaults: () => boolean): Promise<Work> {
  const format = FORMATS[order.format]({ room: order.style.room, colours: palette(order.style.colours) });
  const known = order.baseline === null ? null : await readBaseline(order.baseline, io);
  return async (unit): Promise<Outcome> => {
    const { origin } = unit;
    const content = await contentOf(unit, io);
    const cannot = (code: Parameters<typeof format.unread>[0]['code'], message: string): Outcome => ({
      printed: format.unread({ origin, id: content.id, code, message }),
      found: null,
      unread: { code, message },
      baseline: '',
      bytes: 0,
      isPartial: hasFaults(),
    });
    if ('code' in content) return cannot(content.code, content.message);
    // An empty record passes for a report without a fault.
    if (content.text.trim() === '') return cannot('no-text', 'The text is empty.');
    const language = await languageFor(origin.path);
    try {
      const { text, id } = content;
      const isTemplate = origin.line === null && /\.emht$/i.test(origin.file);
      const snapshot = isTemplate ? language.readTemplate({ name: origin.file, text }, today()) : language.read(text);
      // What is wrong with a template is no rule's: there is no line of a rule to show.
      let diagnostics = diagnosticsOf(language, snapshot, isTemplate ? { ...order, explain: false } : order);
      let keys = alertKeys(origin, id, text, diagnostics);
      const baseline = order.writesBaseline
        ? diagnostics.map(({ rule }, i) => baselineLine(keys[i] ?? '', rule, nameOf(origin))).join('')
        : '';
      if (known !== null) {
        diagnostics = diagnostics.filter((_, i) => !known.has(keys[i] ?? ''));
        keys = keys.filter((key) => !known.has(key));
      }
      const isUnfinished = tellUnfinished(nameOf(origin), diagnostics, io);
      return {
        isPartial: isUnfinished || hasFaults(),
        printed: format.report({
          origin,
          id,
          text,
          diagnostics: order.words ? diagnostics : wordless(diagnostics, language),
          keys,
          words: order.words,
          reports: format.tellsReports === true ? placesOf(text, snapshot.reports, aboutRecord(content.rest, {}), {}, order.words) : [],
        }),
        found: foundIn(Math.max(1, snapshot.reports.length), diagnostics),
        unread: null,
        baseline,
        bytes: unit.content.is === 'file' ? Buffer.byteLength(text) : 0,
      };
    } catch (error) {
      if (isDebugging(io)) throw error;
      return cannot('internal', internalMessage(error));
    }
  };
}

function diagnosticsOf(language: Language, snapshot: Snapshot, { explain, quiet }: CheckOrder): readonly Diagnostic[] {
  const diagnostics = explain ? language.explainChecks(snapshot) : snapshot.diagnostics;
  return quiet ? diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning') : diagnostics;
}

/** With titles of rules in place of what quotes the report. */
function wordless(diagnostics: readonly Diagnostic[], { rules }: Language): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  return diagnostics.map((each) => ({ ...each, message: titles.get(each.rule) ?? each.rule, related: [], fixes: [] }));
}

/** Says in one line which rules were not finished on a text; whether there are any. */
function tellUnfinished(name: string, diagnostics: readonly Diagnostic[], io: Io): boolean {
  const ids = new Set(diagnostics.flatMap(({ unfinished }) => unfinished ?? []));
  if (ids.size > 0) io.stderr.write(`emh: ${name}: states too much for some rules, which were not finished: ${[...ids].join(', ')}\n`);
  return ids.size > 0;
}
