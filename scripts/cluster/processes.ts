import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** A program at work. Its output is kept for when something goes wrong. */
export interface Started {
  readonly child: ChildProcess;
  /** The exit code, or the signal, and all that was printed. */
  readonly ended: Promise<{ readonly code: number | string; readonly output: string }>;
}

/** Starts a program as the leader of a group of its own, so that all of it can be killed at once. */
export function start(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = '/'): Started {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk));
  const ended = new Promise<{ code: number | string; output: string }>((resolve) => {
    child.on('error', (error) => resolve({ code: error.message, output }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? 'ended', output }));
  });
  return { child, ended };
}

/** As a machine that loses its power: no process of the group has time for anything. */
export const killGroup = ({ child }: Started): void => void process.kill(-(child.pid ?? 0), 'SIGKILL');

/** Whether something came true before so many milliseconds had gone. */
export async function comesTrue(what: () => boolean, most = 120_000): Promise<boolean> {
  for (const end = performance.now() + most; performance.now() < end; await setTimeout(50)) if (what()) return true;
  return what();
}

export const isInstalled = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** The largest resident memory that a process had, in MB; 0 where it has gone (Linux). */
export function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
