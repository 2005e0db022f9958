// How reading grows with the text: ten times the text, and texts that no person writes. Ratios, not milliseconds.
//   npm run bench:linear [-- ROW ...]
import { readFileSync } from 'node:fs';
import { createLanguage, type Snapshot } from '../language/language.ts';
import { packs, rules } from '../packs/emh.ts';

const example = readFileSync(new URL('../examples/case-1-mri-spine.emh', import.meta.url), 'utf8');

/** Different sentences, so that nothing is kept from one to the next. */
function prose(length: number): string {
  let out = '';
  for (let i = 0; out.length < length; i++) {
    const level = (i % 12) + 1;
    out += `FINDINGS\nLesion ${i} of ${(i % 90) + 1} mm at T${level}, word${i} hyperintense on T2, causing cord compression at T${level}. No effusion ${i}.\n\n`;
  }
  return out;
}

/** The report of an example, again and again, each for itself. */
const manyReports = (length: number): string => `${example.trimEnd()}\n---\n`.repeat(length / example.length);

/** One report: the findings of an example so often, and its impression as often. */
function oneReport(length: number): string {
  const [header = '', rest = ''] = example.split(/^FINDINGS\n/m);
  const [findings = '', impression = ''] = rest.split(/^IMPRESSION\n/m);
  const often = length / (findings.length + impression.length);
  return `${header}FINDINGS\n${findings.repeat(often)}\nIMPRESSION\n${impression.repeat(often)}`;
}

const findings = (snapshot: Snapshot): void => {
  for (const report of snapshot.reports) report.findings.length;
};
const diagnostics = (snapshot: Snapshot): void => {
  snapshot.diagnostics.length;
};

/** Seconds for all that is asked of a text, by a language that has read nothing yet; the better of two runs. */
function secondsFor(text: string, ask: (snapshot: Snapshot) => void): number {
  const run = (): number => {
    const language = createLanguage({ packs, rules });
    ask(language.read('No mass.'));
    const start = performance.now();
    ask(language.read(text));
    return (performance.now() - start) / 1000;
  };
  return Math.min(run(), run());
}

interface Row {
  readonly name: string;
  readonly make: (size: number) => string;
  /** In characters; the other size is ten times that. */
  readonly base?: number;
  readonly ask?: (snapshot: Snapshot) => void;
}

const megabyte = 1_000_000;
const rows: readonly Row[] = [
  { name: 'prose', make: prose },
  { name: 'one report again and again', make: (size) => 'Extradural mass at D5 compressing the cord.\n---\n'.repeat(size / 48) },
  { name: 'many reports, checked', make: manyReports, ask: diagnostics },
  { name: 'one long report, checked', make: oneReport, base: megabyte / 10, ask: diagnostics },
  { name: 'commas', make: (size) => ','.repeat(size), base: 4 * megabyte },
  { name: 'levels in one line', make: (size) => 'T4, '.repeat(size / 4) },
  { name: 'nested brackets', make: (size) => '('.repeat(size / 2) + ')'.repeat(size / 2) },
  { name: 'one word', make: (size) => 'a'.repeat(size) },
  { name: 'denials in one line', make: (size) => 'no mass, '.repeat(size / 9) },
  { name: 'header keys in one line', make: (size) => 'Exam: x. Patient: y. '.repeat(size / 21), base: megabyte / 10, ask: diagnostics },
  { name: 'headings in one line', make: (size) => 'IMPRESSION: none. '.repeat(size / 18) },
];

secondsFor(prose(megabyte / 4), diagnostics);
const only = process.argv.slice(2);
for (const { name, make, base = megabyte, ask = findings } of rows) {
  if (only.length > 0 && !only.includes(name)) continue;
  const one = secondsFor(make(base), ask);
  const ten = secondsFor(make(10 * base), ask);
  const [small, large] = [base / megabyte, (10 * base) / megabyte];
  console.log(
    `${name.padEnd(28)} ${`${large} MB / ${small} MB`.padEnd(14)} ${(ten / one).toFixed(1).padStart(5)} times   (${small} MB ${one.toFixed(2)} s, ${(small / one).toFixed(1)} MB/s)`,
  );
}
