import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../cli/run.ts';
import { isStarted, root } from '../../scripts/root.ts';

const README = join(root, 'README.md');
const REPORT = /```emh\n([\s\S]*?)```/;
const ANSWER = /(```console\n\$ emh check report\.emh\n)[\s\S]*?```/;

/** The README with what `emh check` really says of its report. */
export async function readmeWithAnswer(): Promise<string> {
  const readme = readFileSync(README, 'utf8');
  const report = REPORT.exec(readme)?.[1] ?? '';
  const answer = await answerTo(report);
  return readme.replace(ANSWER, (_, head: string) => `${head}${answer}\`\`\``);
}

async function answerTo(report: string): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'emh-readme-'));
  let said = '';
  const output = { write: (text: string) => (said += text) };
  try {
    writeFileSync(join(cwd, 'report.emh'), report);
    const code = await run(['check', 'report.emh'], { env: {}, cwd, stdin: process.stdin, stdout: output, stderr: output });
    if (code === 2) throw new Error(said);
  } finally {
    rmSync(cwd, { recursive: true });
  }
  return said;
}

if (isStarted(import.meta.filename)) writeFileSync(README, await readmeWithAnswer());
