/** A setting of the editor that lets what is dictated leave the machine. */
export interface Leak {
  readonly setting: string;
  readonly way: 'speech' | 'words' | 'suggestions' | 'storage';
}

/** What is known of the editor. */
export interface Editor {
  /** The value of a setting, its default included; undefined where this editor does not have it. */
  read(setting: string): unknown;
  hasExtension(id: string): boolean;
  readonly isWeb: boolean;
}

const AUTO_STORE = ['workbench.cloudChanges.autoStore', 'workbench.experimental.cloudChanges.autoStore'];

/**
 * The settings that would send dictation of a language of the editor to another machine, as far as they are known. `accessibility.voice.*` and the extension
 * VS Code Speech are not among them: they work on this machine.
 */
export function leaks(editor: Editor, language: string): Leak[] {
  const { read, isWeb } = editor;
  const hasAi = read('chat.disableAIFeatures') !== true;
  // The editor's own dictation. In a browser it has no model to run.
  const dictates = hasAi && read('dictation.enabled') === true;
  const found: (Leak | false)[] = [
    dictates && read('dictation.model') === 'mai' && { setting: 'dictation.model', way: 'speech' },
    dictates && isWeb && read('dictation.model') !== 'mai' && { setting: 'dictation.enabled', way: 'speech' },
    dictates && read('dictation.experimental.llmCleanup') === true && { setting: 'dictation.experimental.llmCleanup', way: 'words' },
    hasAi && suggestsFor(editor, language) && { setting: 'github.copilot.enable', way: 'suggestions' },
    ...AUTO_STORE.map((setting): Leak | false => read(setting) === 'onShutdown' && { setting, way: 'storage' }),
  ];
  return found.filter((leak) => leak !== false);
}

function suggestsFor({ read, hasExtension }: Editor, language: string): boolean {
  if (!['GitHub.copilot', 'GitHub.copilot-chat'].some(hasExtension)) return false;
  const enabled = read('github.copilot.enable');
  if (typeof enabled !== 'object' || enabled === null) return false;
  const { [language]: own, '*': all } = enabled as Readonly<Record<string, unknown>>;
  return (own ?? all) === true;
}
