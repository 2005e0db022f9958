/** How many tests of a run passed, failed and were left out. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What mocha's closing lines count, over all runs whose output it is, or a run's own closing line (`N passed, N failed`) where there are none. */
export function countsIn(output: string): Counts {
  const own = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (own !== undefined && !/^\s*\d+ passing \(/m.test(output))
    return { passed: Number(own[1]), failed: Number(own[2]), skipped: Number(own[3] ?? 0) };
  const sum = (word: string) =>
    [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].reduce((n, match) => n + Number(match[1]), 0);
  return { passed: sum('passing'), failed: sum('failing'), skipped: sum('pending') };
}

/** How many lines tell of a run that names no failed test. */
const LAST_LINES = 40;

/**
 * The lines of a run's output that say what failed: mocha's list behind `N failing`, or each `FAIL` with what is indented more than it. Of a run that
 * names none, as it came to a bad end before, the last lines.
 */
export function failuresIn(output: string): string[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  // The editor tests count in the same words, and have said before what failed.
  const list = lines.findIndex((line, i) => /^\s*\d+ failing\b/.test(line) && /^\s*1\) /.test(lines[i + 1] ?? ''));
  if (list >= 0) return lines.slice(list + 1);
  let indent = -1;
  const named = lines.filter((line) => {
    const own = line.search(/\S/);
    if (/^\s*FAIL /.test(line)) indent = own;
    else if (own <= indent) indent = -1;
    return indent >= 0;
  });
  return named.length > 0 ? named : lines.slice(-LAST_LINES);
}
