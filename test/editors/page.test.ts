import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createLanguage } from '../../language/language.ts';
import { packs, rules } from '../../packs/emh.ts';
import { EDITORS } from '../../scripts/editors/editors.ts';
import { EDITORS_PAGE, editorSnippets, snippetsIn } from '../../scripts/editors/page.ts';
import { root } from '../../scripts/root.ts';
import { hintsOf, ownSettings, ruleSettingsOf } from '../../server/settings.ts';

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const page = read(EDITORS_PAGE);
const { contributes, name, version } = JSON.parse(read('package.json')) as {
  contributes: { configuration: { properties: Record<string, unknown> }; languages: { id: string; extensions: string[] }[] };
  name: string;
  version: string;
};

/** `{ "a.b": 1 }` as a client that nests by dots sends it. */
function nested(flat: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(flat)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let at = all;
    for (const part of names) at = (at[part] ??= {}) as Record<string, unknown>;
    at[last] = value;
  }
  return all;
}

const json = (heading: string): Record<string, never> => JSON.parse(editorSnippets(heading, 'json')[0] ?? '');

describe('the page of editors', () => {
  const expected = { severities: { 'whole-spine-missing': 'off' }, parameters: { 'node-mm': 12 }, hints: { supportingFindings: true } };

  it('has a part for each editor, with what that needs and its settings', () => {
    for (const { heading, language } of EDITORS) assert.equal(editorSnippets(heading, language).length, 2, heading);
    for (const heading of ['VS Code', 'VSCodium', 'vscode.dev', 'Helix', 'Sublime Text', 'JetBrains'])
      assert.match(page, new RegExp(`^#+ ${heading}$`, 'm'));
  });

  it('sets the same in the JSON of each editor, in a shape that the server reads', () => {
    const { '[emh]': onSave, ...vscode } = json('VS Code');
    assert.deepEqual(onSave, { 'editor.codeActionsOnSave': { 'source.syncImpression': 'explicit' } });
    const { clients } = json('Sublime Text') as unknown as { clients: { emh: { settings: Record<string, unknown> } } };
    for (const settings of [nested(vscode), nested(clients.emh.settings), json('JetBrains')]) {
      const own = ownSettings(settings);
      assert.deepEqual(own, expected);
      assert.deepEqual({ ...ruleSettingsOf(own), hints: onlyOn(hintsOf(own)) }, { ...expected, format: {} });
    }
  });

  it('sets what there is', () => {
    const language = createLanguage({ packs, rules });
    for (const id of Object.keys(expected.severities))
      assert.ok(
        language.rules.some((rule) => rule.id === id),
        id,
      );
    const settable = Object.keys(contributes.configuration.properties);
    const { '[emh]': _, ...vscode } = json('VS Code');
    for (const setting of Object.keys(vscode)) assert.ok(settable.includes(setting), setting);
    for (const [, setting = ''] of page.matchAll(/`(emh\.\w[\w.]*)`/g)) assert.ok(settable.includes(setting), setting);
  });

  it('knows every kind of file', () => {
    const { file_extensions: known, scope } = parse(editorSnippets('Sublime Text', 'yaml')[0] ?? '') as Record<string, unknown>;
    const all = contributes.languages.flatMap(({ extensions }) => extensions.map((extension) => extension.slice(1)));
    assert.deepEqual(known, all);
    assert.equal(scope, 'text.emh');
    const helix = [...(editorSnippets('Helix', 'toml')[0] ?? '').matchAll(/^file-types = (.*)$/gm)].flatMap(([, list = '']) =>
      JSON.parse(list),
    );
    assert.deepEqual(helix, all);
    for (const extension of all) assert.ok(page.includes(`\`*.${extension}`) || page.includes(`;*.${extension}\``), extension);
  });

  it('names the package that is made', () => {
    const installs = snippetsIn(page).filter(({ text }) => text.includes('--install-extension'));
    assert.equal(installs.length, 2);
    for (const { text } of installs) assert.ok(text.includes(`--install-extension ${name}-${version}.vsix`), text);
  });

  it('is where the README sends people, which repeats none of it', () => {
    const readme = read('README.md');
    assert.ok(readme.includes(`](${EDITORS_PAGE})`));
    assert.deepEqual(
      snippetsIn(readme).filter(({ language }) => ['lua', 'elisp', 'toml'].includes(language)),
      [],
    );
  });
});

/** The hints that are asked for. */
const onlyOn = (hints: object): object => Object.fromEntries(Object.entries(hints).filter(([, isOn]) => isOn === true));
