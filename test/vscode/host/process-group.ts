import { type ChildProcess, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();

/** Starts a program in a process group of its own, which is ended with this process at the latest. */
export function startGroup(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  return child;
}

/** Ends a program and all that it started; resolves when it is gone. */
export async function endGroup(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  signal(child, 'SIGTERM');
  const late = setTimeout(() => signal(child, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(late);
  // The program is gone; something that it started may not be.
  signal(child, 'SIGKILL');
  running.delete(child);
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch {
    // Nobody is left in the group.
  }
}

/** Has everything ended also where this process is interrupted, or nobody reads what it prints any more. */
export function endAllAtExit(): void {
  process.on('exit', () => {
    for (const child of running) signal(child, 'SIGKILL');
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(130));
  process.stdout.on('error', () => process.exit(141));
}
