import assert from 'node:assert/strict';
import { type Editor, leaks } from '../../client/common/dictation/off-machine.ts';

/** The settings that are told of, where an editor has these. */
function told(settings: Readonly<Record<string, unknown>>, more: Partial<Editor> & { extensions?: string[] } = {}): string[] {
  const editor: Editor = {
    read: (setting) => settings[setting],
    hasExtension: (id) => more.extensions?.includes(id) ?? false,
    isWeb: more.isWeb ?? false,
  };
  return leaks(editor, 'emh').map(({ setting }) => setting);
}

const LOCAL = { 'dictation.enabled': true, 'dictation.model': 'on-device', 'dictation.experimental.llmCleanup': false };

describe('settings that send dictation off the machine', () => {
  it('are none of an editor without them, nor speech that is read on this machine', () => {
    assert.deepEqual(told({}), []);
    assert.deepEqual(told({ 'accessibility.voice.speechLanguage': 'en-GB', 'accessibility.voice.autoSynthesize': 'on' }), []);
    assert.deepEqual(told(LOCAL), []);
  });

  it('are those of the editor’s dictation', () => {
    assert.deepEqual(told({ ...LOCAL, 'dictation.model': 'mai' }), ['dictation.model']);
    assert.deepEqual(told({ ...LOCAL, 'dictation.experimental.llmCleanup': true }), ['dictation.experimental.llmCleanup']);
    assert.deepEqual(told(LOCAL, { isWeb: true }), ['dictation.enabled']);
  });

  it('are none where the feature is off', () => {
    const all = { 'dictation.model': 'mai', 'dictation.experimental.llmCleanup': true };
    assert.deepEqual(told({ ...all, 'dictation.enabled': false }), []);
    assert.deepEqual(told({ ...all, 'dictation.enabled': true, 'chat.disableAIFeatures': true }), []);
  });

  it('are suggestions that are asked for reports', () => {
    const extensions = ['GitHub.copilot'];
    assert.deepEqual(told({ 'github.copilot.enable': { '*': true } }, { extensions }), ['github.copilot.enable']);
    assert.deepEqual(told({ 'github.copilot.enable': { '*': true, emh: false } }, { extensions }), []);
    assert.deepEqual(told({ 'github.copilot.enable': { '*': false, emh: true } }, { extensions }), ['github.copilot.enable']);
    assert.deepEqual(told({ 'github.copilot.enable': { '*': true } }), []);
  });

  it('are those that store unfinished work elsewhere', () => {
    assert.deepEqual(told({ 'workbench.experimental.cloudChanges.autoStore': 'onShutdown' }), [
      'workbench.experimental.cloudChanges.autoStore',
    ]);
    assert.deepEqual(told({ 'workbench.experimental.cloudChanges.autoStore': 'off' }), []);
  });
});
