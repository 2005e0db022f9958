import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

/** How a started command ended, and all that it printed; `stdout` is the part of it for programs. */
export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly stdout: string;
}

/** Runs a command in the root folder, without a shell; `show` also passes what it prints on as it comes. Never rejects: a command that cannot start ends with 1. */
export function run(command: string, args: readonly string[], show = true): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      output += chunk.toString();
      if (show) process.stdout.write(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (show) process.stderr.write(chunk);
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n`, stdout }));
    child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}

/** Runs a script of the project or of a package with the Node that runs this one. */
export const runNode = (script: string, args: readonly string[] = [], show = true): Promise<Ended> =>
  run(process.execPath, [join(root, script), ...args], show);
