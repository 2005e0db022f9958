import { join } from 'node:path';
import { root } from '../root.ts';

/** How one editor is started on a session of work, and what must come of it. */
export interface Editor {
  readonly name: string;
  /** Prints the version; fails where the editor, or its client, is not installed. */
  readonly probe: readonly [command: string, ...args: string[]];
  /** Where its snippets stand on the page: the first is what a person needs, the next one the settings. */
  readonly heading: string;
  readonly language: string;
  readonly configName: string;
  readonly start: readonly [command: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** Whether this version is meant; all are where it is left out. */
  readonly isFor?: (version: string) => boolean;
  readonly steps: Readonly<Record<Session, readonly string[]>>;
}

/** With the first snippet alone, or with its settings. */
export type Session = 'usual' | 'settings';

const folder = join(root, 'test/editors');
const USUAL = ['diagnostic', 'hover', 'completion', 'fix'];
const SETTINGS = ['severities', 'parameters', 'hints'];

const isBefore011 = (version: string): boolean => /\bv0\.(?:\d|10)\./i.test(version);

const NEOVIM = {
  probe: ['nvim', '--version'],
  language: 'lua',
  configName: 'init.lua',
  start: ['nvim', '--headless', '--clean', '-n', '--cmd', 'let g:do_filetype_lua=1', '-c', `luafile ${join(folder, 'neovim.lua')}`],
  steps: { usual: [...USUAL, 'sync', 'lens', 'rules', 'end'], settings: [...SETTINGS, 'site', 'end'] },
} as const;

const emacs = (client: string) =>
  ({
    probe: ['emacs', '--batch', '--eval', `(progn (package-initialize) (require '${client}) (princ emacs-version))`],
    heading: client === 'eglot' ? 'Eglot' : client,
    language: 'elisp',
    configName: 'init.el',
    start: ['emacs', '--batch', '-l', join(folder, `${client}.el`)],
  }) as const;

export const EDITORS: readonly Editor[] = [
  { ...NEOVIM, name: 'Neovim', heading: 'Neovim 0.7 to 0.10', isFor: isBefore011 },
  { ...NEOVIM, name: 'Neovim', heading: 'Neovim 0.11 or newer', isFor: (version) => !isBefore011(version) },
  {
    ...NEOVIM,
    name: 'Neovim, with a stand-in for what 0.11 brings',
    heading: 'Neovim 0.11 or newer',
    isFor: isBefore011,
    env: { EMH_STAND_IN: join(folder, 'neovim-0.11.lua') },
  },
  {
    ...emacs('eglot'),
    name: 'Emacs with Eglot',
    steps: { usual: [...USUAL, 'sync', 'rules', 'end'], settings: [...SETTINGS, 'end'] },
  },
  {
    ...emacs('lsp-mode'),
    name: 'Emacs with lsp-mode',
    steps: { usual: [...USUAL, 'lens', 'rules', 'end'], settings: [...SETTINGS, 'end'] },
  },
];
