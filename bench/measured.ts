import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/** What a program and all that it started have taken. Linux; elsewhere memory and processor time are 0. */
export interface Measured {
  /** Seconds by the clock, start and end included. */
  readonly wall: number;
  /** Seconds of all processors together. */
  readonly cpu: number;
  /** Largest resident memory of all processes together, in MB. */
  readonly peak: number;
  readonly output: string;
}

/** How often is looked, in milliseconds. */
const EVERY = 50;
/** Of the clock that /proc counts processor time with, a second. */
const TICKS = 100;

/** Runs Node with these words; throws where it ends badly. `well` are exit codes that are no failure: a check that finds something ends with 1. */
export async function measured(words: readonly string[], well: readonly number[] = [0]): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let peak = 0;
  const times = new Map<number, number>();
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  const look = (): void => {
    let sum = 0;
    for (const pid of treeOf(child.pid)) {
      sum += residentOf(pid);
      const time = timeOf(pid);
      if (time > 0) times.set(pid, time);
    }
    peak = Math.max(peak, sum);
  };
  const timer = setInterval(look, EVERY);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  if (code === null || !well.includes(code)) throw new Error(`${words.join(' ')} ended with ${code}`);
  return { wall: (performance.now() - begun) / 1000, cpu: [...times.values()].reduce((sum, each) => sum + each, 0), peak, output };
}

function treeOf(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  const children = read(() =>
    readdirSync(`/proc/${pid}/task`)
      .map((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8'))
      .join(' '),
  );
  return [pid, ...children.split(/\s+/).flatMap((each) => (each === '' ? [] : treeOf(Number(each))))];
}

const residentOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(read(() => readFileSync(`/proc/${pid}/status`, 'utf8')))?.[1] ?? 0) / 1024;

function timeOf(pid: number): number {
  // Behind the name, which may hold anything, in parentheses.
  const fields =
    read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
      .split(') ')
      .at(-1)
      ?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
}

/** Empty where the process has gone. */
function read(what: () => string): string {
  try {
    return what();
  } catch {
    return '';
  }
}
