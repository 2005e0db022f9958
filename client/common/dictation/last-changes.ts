import { l10n, type QuickPickItem, type Uri, window } from 'vscode';
import { goTo } from '../go-to.ts';
import type { Changed } from './changes.ts';

const WHY: Readonly<Record<Changed['why'], () => string>> = {
  mark: () => l10n.t('spoken mark'),
  number: () => l10n.t('number'),
  unit: () => l10n.t('unit'),
  level: () => l10n.t('level'),
  sequence: () => l10n.t('sequence'),
  capital: () => l10n.t('beginning of a sentence'),
  heading: () => l10n.t('heading'),
  item: () => l10n.t('item'),
  sentence: () => l10n.t('end of a sentence'),
  contraction: () => l10n.t('contraction'),
  filler: () => l10n.t('filler'),
  undo: () => l10n.t('taken back'),
  escape: () => l10n.t('spelt out'),
  line: () => l10n.t('line'),
};

/** What the last dictation changed, to be looked at. Kept in memory alone. */
export class LastChanges {
  #uri: Uri | undefined;
  #changes: readonly Changed[] = [];

  set(uri: Uri, changes: readonly Changed[]): void {
    this.#uri = uri;
    this.#changes = changes;
  }

  /** Lists the changes; Enter goes to the one that is chosen. Resolves with how many there are, for a person. */
  show(): string {
    const uri = this.#uri;
    if (uri === undefined || this.#changes.length === 0) return l10n.t('EMH Report: no dictation was changed yet.');
    const items = this.#changes.map((change): QuickPickItem & { change: Changed } => ({
      label: `${quoted(change.words)} → ${quoted(change.written)}`,
      description: WHY[change.why](),
      change,
    }));
    const title = counted(items.length);
    void window.showQuickPick(items, { title, placeHolder: l10n.t('Enter goes to the place') }).then((item) => {
      if (item !== undefined) void goTo(uri, item.change.range);
    });
    return l10n.t('EMH Report: {0}.', title);
  }
}

/** How many changes, in words. */
export const counted = (changes: number): string =>
  changes === 1 ? l10n.t('1 change in the dictation') : l10n.t('{0} changes in the dictation', changes);

const quoted = (words: string): string => (words === '' ? '∅' : `“${words.replaceAll(/\r?\n/g, '⏎')}”`);
