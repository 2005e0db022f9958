/** How many tests of a run passed, failed and were left out. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What a run's own closing line counts (`N passed, N failed`), or mocha's closing lines, over all runs whose output it is. */
export function countsIn(output: string): Counts {
  const own = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (own !== undefined) return { passed: Number(own[1]), failed: Number(own[2]), skipped: Number(own[3] ?? 0) };
  const sum = (word: string) =>
    [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].reduce((n, match) => n + Number(match[1]), 0);
  return { passed: sum('passing'), failed: sum('failing'), skipped: sum('pending') };
}

/** The lines of a run's output that say what failed: mocha's list behind `N failing`, or each `FAIL` with what is indented more than it. */
export function failuresIn(output: string): string[] {
  const lines = output.split('\n');
  const list = lines.findIndex((line) => /^\s*\d+ failing\b/.test(line));
  if (list >= 0) return lines.slice(list + 1).filter((line) => line.trim() !== '');
  let indent = -1;
  return lines.filter((line) => {
    const own = line.search(/\S/);
    if (/^\s*FAIL /.test(line)) indent = own;
    else if (own <= indent) indent = -1;
    return indent >= 0;
  });
}
