import type { Measured } from './measure.ts';
import { f1, MATTERS, precision, recall } from './score.ts';

/** The misses by text, then the table, for a person. */
export function drawMeasured(measured: Measured): string {
  const parts = [drawMisses(measured), ...(measured.withGold > 0 ? [drawScore(measured)] : []), drawReading(measured)];
  return parts.filter((part) => part !== '').join('\n');
}

function drawMisses({ misses, thrown }: Measured): string {
  const byText = Map.groupBy(misses, ({ name }) => name);
  const missed = [...byText].map(
    ([name, own]) => `${name}\n${own.map(({ matter, words }) => `    ${matter.padEnd(18)} ${words}\n`).join('')}`,
  );
  return [...missed, ...thrown.map(({ name, error }) => `${name} made the reader throw: ${error}\n`)].join('');
}

function drawScore({ score, withGold, texts }: Measured): string {
  const rows = MATTERS.map((matter) => {
    const tally = score[matter];
    const shares = [precision(tally), recall(tally), f1(tally)].map((share) => share.toFixed(3).padStart(10));
    return `${matter.padEnd(20)}${String(tally.wanted).padStart(8)}${String(tally.right).padStart(8)}${shares.join('')}\n`;
  });
  const head = `${'matter'.padEnd(20)}${'stated'.padStart(8)}${'right'.padStart(8)}${['precision', 'recall', 'F1'].map((word) => word.padStart(10)).join('')}\n`;
  return `${withGold} of ${texts} texts have gold findings.\n\n${head}${rows.join('')}`;
}

function drawReading({ texts, words, understood, bytes, seconds, thrown }: Measured): string {
  const share = words === 0 ? 1 : understood / words;
  const megabytes = bytes / 1e6;
  const rate = (time: number): string => `${(megabytes / time).toFixed(2)} MB/s`;
  const speed = seconds.findings > 0 ? ` (${rate(seconds.findings)} to findings, ${rate(seconds.checks)} with all checks)` : '';
  const threw = thrown.length === 0 ? 'nothing was thrown' : `${thrown.length} made the reader throw`;
  return `${texts} texts, ${megabytes.toFixed(2)} MB${speed}; ${(100 * share).toFixed(1)} % of ${words} words understood; ${threw}.\n`;
}
