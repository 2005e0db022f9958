import type { Language } from '../../language/language.ts';
import type { Report } from '../../language/meaning/report.ts';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { overlaps, type Span } from '../../language/text/span.ts';
import { CLASS_NAMES, type Mutant, type MutationClass } from '../../mutation/mutant.ts';
import { mutate } from '../../mutation/mutate.ts';

/** A sound report and where it comes from. */
export interface Named {
  readonly name: string;
  readonly text: string;
}

/** An alert of a sound report. */
export interface FalseAlert {
  readonly rule: string;
  readonly report: string;
  readonly message: string;
  readonly words: string;
  /** The lines that it stands in. */
  readonly lines: string;
}

/** A mistake that no fitting rule complained of. */
export interface Miss {
  readonly report: string;
  readonly mutant: Mutant;
  /** What was complained of instead. */
  readonly instead: readonly string[];
}

export interface Recall {
  readonly class: MutationClass;
  readonly mutants: number;
  readonly found: number;
  readonly misses: readonly Miss[];
}

export interface Precision {
  readonly reports: number;
  readonly falseAlerts: readonly FalseAlert[];
  readonly recall: readonly Recall[];
}

/** Infos and hints are no alerts. */
const isAlert = ({ severity }: Diagnostic): boolean => severity === 'error' || severity === 'warning';

/** Alerts on sound reports, and how many of the mistakes put into them are found. */
export function measure(language: Language, reports: readonly Named[], seed: number): Precision {
  const falseAlerts = reports.flatMap((report) => alertsOf(language, report));
  const tried = reports.flatMap(({ name, text }, i) =>
    mutate(text, language, { seed: seed + i }).map((mutant) => ({ mutant, miss: missOf(language, name, mutant) })),
  );
  const recall = CLASS_NAMES.map((name): Recall => {
    const own = tried.filter(({ mutant }) => mutant.class === name);
    const misses = own.flatMap(({ miss }) => miss ?? []);
    return { class: name, mutants: own.length, found: own.length - misses.length, misses };
  });
  return { reports: reports.length, falseAlerts, recall };
}

function alertsOf(language: Language, { name, text }: Named): FalseAlert[] {
  return language
    .read(text)
    .diagnostics.filter(isAlert)
    .map(({ rule, message, range }) => ({
      rule,
      report: name,
      message,
      words: text.slice(range.start, range.end),
      lines: text.slice(text.lastIndexOf('\n', range.start - 1) + 1, lineEnd(text, range.end)),
    }));
}

const lineEnd = (text: string, from: number): number => (text.indexOf('\n', from) < 0 ? text.length : text.indexOf('\n', from));

/** Null where an alert of a fitting rule stands in the sentence or item of the mistake, or of what it disagrees with. */
function missOf(language: Language, report: string, mutant: Mutant): Miss | null {
  const { reports, diagnostics } = language.read(mutant.text);
  const { range, counterparts, rules } = mutant.injected;
  const places = [range, ...counterparts].map((place) => widened(reports, place));
  const alerts = diagnostics.filter(isAlert);
  const isFound = alerts.some((alert) => rules.includes(alert.rule) && places.some((place) => overlaps(place, alert.range)));
  return isFound
    ? null
    : { report, mutant, instead: diagnostics.map(({ rule, range: at }) => `${rule} [${mutant.text.slice(at.start, at.end)}]`) };
}

/** A place with the statements and items that it touches. */
function widened(reports: readonly Report[], place: Span): Span {
  const touched = reports
    .flatMap(({ outline, impression }) => [...outline.statements, ...impression].map((part) => part.range))
    .filter((part) => part.start <= place.end && place.start <= part.end);
  return { start: Math.min(place.start, ...touched.map((s) => s.start)), end: Math.max(place.end, ...touched.map((s) => s.end)) };
}
