// How reading grows with the text: 10 MB against 1 MB, and texts that no person writes. Ratios, not milliseconds.
//   npm run bench:linear
import { createLanguage } from '../language/language.ts';
import { packs, rules } from '../packs/emh.ts';

/** Different sentences, so that nothing is kept from one to the next. */
function prose(length: number): string {
  let out = '';
  for (let i = 0; out.length < length; i++) {
    const level = (i % 12) + 1;
    out += `FINDINGS\nLesion ${i} of ${(i % 90) + 1} mm at T${level}, word${i} hyperintense on T2, causing cord compression at T${level}. No effusion ${i}.\n\n`;
  }
  return out;
}

/** Seconds for all findings of a text, by a language that has read nothing yet; the better of two runs. */
function secondsFor(text: string): number {
  const run = (): number => {
    const language = createLanguage({ packs, rules });
    language.read('No mass.').reports;
    const start = performance.now();
    for (const report of language.read(text).reports) report.findings.length;
    return (performance.now() - start) / 1000;
  };
  return Math.min(run(), run());
}

const megabyte = 1_000_000;
secondsFor(prose(megabyte / 4));
const rows: [string, (size: number) => string][] = [
  ['prose', prose],
  ['one report again and again', (size) => 'Extradural mass at D5 compressing the cord.\n---\n'.repeat(size / 48)],
  ['commas', (size) => ','.repeat(size)],
  ['levels in one line', (size) => 'T4, '.repeat(size / 4)],
  ['nested brackets', (size) => '('.repeat(size / 2) + ')'.repeat(size / 2)],
  ['one word', (size) => 'a'.repeat(size)],
  ['denials in one line', (size) => 'no mass, '.repeat(size / 9)],
  ['headings in one line', (size) => 'IMPRESSION: none. '.repeat(size / 18)],
];
for (const [name, make] of rows) {
  const one = secondsFor(make(megabyte));
  const ten = secondsFor(make(10 * megabyte));
  console.log(
    `${name.padEnd(28)} 10 MB / 1 MB: ${(ten / one).toFixed(1).padStart(5)} times   (1 MB ${one.toFixed(2)} s, ${(1 / one).toFixed(1)} MB/s)`,
  );
}
