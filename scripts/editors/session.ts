import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../root.ts';
import type { Editor, Session } from './editors.ts';
import { editorSnippets } from './page.ts';

const LONGEST_MS = 90_000;

/** What became of a step. */
export interface Step {
  readonly name: string;
  /** Why it failed; null where it did not. */
  readonly why: string | null;
}

/** Starts an editor, fresh but for what the page says, on a copy of an example; `command` is the built `emh`. */
export function runSession(editor: Editor, session: Session, command: string): Step[] {
  const home = mkdtempSync(join(tmpdir(), 'emh-editor-'));
  try {
    const [program, ...args] = editor.start;
    const work = prepare(home, editor, session, command);
    const env = { ...process.env, ...work, ...editor.env, EMH_SESSION: session };
    const { stdout, stderr, status, error } = spawnSync(program, args, {
      cwd: join(home, 'reports'),
      env,
      encoding: 'utf8',
      timeout: LONGEST_MS,
      input: '',
    });
    const ended = error?.message ?? `the editor ended with ${status}`;
    return stepsOf(stdout, editor.steps[session], `did not come: ${ended}: ${stderr.trim().split('\n').slice(-5).join(' | ')}`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Makes a home, an `emh` that is found by its name, and files to work on; gives the environment that tells of them. */
function prepare(home: string, editor: Editor, session: Session, command: string): Record<string, string> {
  const [bin, reports] = [join(home, 'bin'), join(home, 'reports')];
  const site = join(reports, '.emh');
  mkdirSync(bin);
  mkdirSync(site, { recursive: true });
  writeFileSync(join(bin, 'emh'), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`, { mode: 0o755 });
  writeFileSync(join(site, 'config.json'), '{}\n');
  const config = join(home, editor.configName);
  const [needed = '', settings = ''] = editorSnippets(editor.heading, editor.language);
  writeFileSync(config, session === 'settings' ? `${needed}\n${settings}` : needed);
  const [report, rules] = [join(reports, 'report.emh'), join(reports, 'failing.emhr')];
  copyFileSync(join(root, 'examples/case-1-mri-spine.flawed.emh'), report);
  copyFileSync(join(root, 'test/editors/failing.emhr'), rules);
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    EMH_CONFIG: config,
    EMH_REPORT: report,
    EMH_RULES: rules,
    EMH_SITE: site,
  };
}

/** The steps that must come, and those that came besides: an editor that says nothing has failed. */
function stepsOf(said: string, expected: readonly string[], silence: string): Step[] {
  const came = [...said.matchAll(/^(not )?ok ([\w-]+)(?:: (.*))?$/gm)].map(
    ([, not, name = '', why = '']): Step => ({ name, why: not === undefined ? null : why }),
  );
  const missing = expected.filter((name) => !came.some((step) => step.name === name));
  return [...came, ...missing.map((name, i) => ({ name, why: i === 0 ? silence : 'did not come' }))];
}
