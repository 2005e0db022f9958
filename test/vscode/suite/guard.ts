import { ConfigurationTarget, commands, type Event, Position, type TextEditor, window, workspace } from 'vscode';
import { api, closeAll, openText } from './documents.ts';
import { equal, includes, ok } from './expect.ts';
import { say } from './voice.ts';
import { until, when } from './when.ts';

/** Keeps unfinished work outside the machine when the editor closes; nothing is sent before that. */
const SETTING = 'workbench.experimental.cloudChanges.autoStore';

describe('the guard of dictation', () => {
  const live = (value: boolean | undefined) =>
    workspace.getConfiguration('emh').update('dictation.live', value, ConfigurationTarget.Workspace);
  const store = (value: string | undefined) => workspace.getConfiguration().update(SETTING, value, ConfigurationTarget.Global);

  before(() => live(true));
  afterEach(closeAll);
  after(async () => {
    await store(undefined);
    await live(undefined);
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is silent as long as no setting sends anything away', async () => {
    const warnings = heardFrom((await api()).onDidWarn);
    await dictated();
    equal(warnings.all, []);
    warnings.listening.dispose();
  });

  it('names the setting that would send dictated words away, leads to it, and names it once', async () => {
    await store('onShutdown');
    const { onDidWarn } = await api();
    const warnings = heardFrom(onDidWarn);
    const warned = when(
      onDidWarn,
      () => warnings.all[0],
      () => 'a warning',
    );
    await dictated();
    includes(await warned, `The setting "${SETTING}" stores unfinished work outside this machine`);
    const seen = (): string | undefined => window.tabGroups.activeTabGroup.activeTab?.label;
    await until(
      () => (seen() === 'Settings' ? true : undefined),
      () => `the settings; there is ${seen()}`,
      () => commands.executeCommand('notification.acceptPrimaryAction'),
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
    equal(workspace.getConfiguration().get(SETTING), 'onShutdown', 'the guard changes no setting');
    await dictated();
    equal(warnings.all.length, 1);
    warnings.listening.dispose();
  });
});

/** Says a few words into a report, and waits until they are report text. */
async function dictated(): Promise<void> {
  const document = await openText('FINDINGS\n');
  const editor = window.activeTextEditor;
  ok(editor?.document === document, 'the report is not in the active editor');
  await say(editor as TextEditor, new Position(1, 0), 'there is a mass ');
  await when(
    workspace.onDidChangeTextDocument,
    () => (document.getText() === 'FINDINGS\nThere is a mass ' ? true : undefined),
    () => document.getText(),
  );
}

function heardFrom(event: Event<string>) {
  const all: string[] = [];
  return { all, listening: event((words) => all.push(words)) };
}
