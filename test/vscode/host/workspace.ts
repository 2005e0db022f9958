import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../../scripts/root.ts';

/** Folders of one run, outside the repository. */
export interface Workspace {
  /** All of it: also the home of what is started. */
  readonly home: string;
  /** A copy of the examples, which a test may change. */
  readonly folder: string;
  remove(): void;
}

export function makeWorkspace(): Workspace {
  const home = mkdtempSync(join(tmpdir(), 'emh-editor-'));
  const folder = join(home, 'reports');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  const remove = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  // For a run that is interrupted.
  process.on('exit', remove);
  return { home, folder, remove };
}

/** Quiet, the same on each machine, and nothing that asks the network. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Writes user settings to a file, some on top of those of every run. */
export function writeSettings(file: string, more: object = {}): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...SETTINGS, ...more }, null, 2));
}
