import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from './failure.ts';

const run = promisify(execFile);

/** Absolute paths of the files below the working folder that differ from a commit, or that git does not know yet. Throws a Failure. */
export async function changedSince(commit: string, cwd: string): Promise<ReadonlySet<string>> {
  const git = async (...words: string[]): Promise<string[]> => {
    const { stdout } = await run('git', words, { cwd, maxBuffer: 1 << 28 });
    return stdout.split('\0').filter((line) => line !== '');
  };
  try {
    const changed = await git('diff', '--name-only', '-z', '--diff-filter=d', '--relative', '--end-of-options', commit, '--');
    const unknown = await git('ls-files', '--others', '--exclude-standard', '-z');
    // Both are given from the working folder.
    return new Set([...changed, ...unknown].map((name) => join(cwd, name)));
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new Failure(`--since: git cannot say what has changed${said ? `: ${said}` : ''}`);
  }
}
