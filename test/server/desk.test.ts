import assert from 'node:assert/strict';
import { BEFORE_SIGNING, type BeforeSigning, PLAIN_TEXT, type PlainText } from '../../server/before-signing.ts';
import { DICTATION, type DictationChanges } from '../../server/dictation.ts';
import { FINDINGS_TREE, type TreeNode } from '../../server/findings-tree.ts';
import { LANGUAGE_STATE, type LanguageState } from '../../server/language-state.ts';
import { shipped } from '../../server/shipped.ts';
import { connected, PULLING, URI } from './client.ts';

const environment = shipped(setImmediate);
const REPORT = 'FINDINGS\r\nExtradural mass D4 to D6. // seen twice\r\n\r\nIMPRESSION\r\n1. Extradural mass D4 to [level].\r\n';

async function asked<T>(method: string, text: string, options?: unknown, uri = URI, more: object = {}): Promise<T> {
  const client = await connected(PULLING, { environment, options });
  await client.open(text);
  return client.connection.sendRequest<T>(method, { textDocument: { uri }, ...more });
}

describe('before signing, over the protocol', () => {
  it('what is open has its place', async () => {
    const { version, open } = await asked<BeforeSigning>(BEFORE_SIGNING, REPORT);
    assert.equal(version, 1);
    const field = open.find(({ kind }) => kind === 'field');
    assert.deepEqual(field?.range, { start: { line: 4, character: 25 }, end: { line: 4, character: 32 } });
    assert.equal(field?.words, '[level]');
  });

  it('what is open in several reports comes by kind, with its place in the text', async () => {
    const two =
      'FINDINGS\nMass at D4 to [level].\n\nIMPRESSION\n1. Mass at D4.\n---\nFINDINGS\nMass at L4.\n\nIMPRESSION\n1. Mass at L5. [name]\n';
    const { open } = await asked<BeforeSigning>(BEFORE_SIGNING, two);
    const kinds = open.map(({ kind }) => kind);
    const fields = open.filter(({ kind }) => kind === 'field').map(({ range }) => range.start.line);
    assert.deepEqual([fields, kinds[0]], [[1, 10], 'error']);
  });

  it('the text that goes out has its own line ends and no comments', async () => {
    const { text } = await asked<PlainText>(PLAIN_TEXT, REPORT);
    assert.equal(text, REPORT.replace(' // seen twice', ''));
  });

  it('a text that is not open is told from one in which nothing is', async () => {
    const uri = 'file:///other.emh';
    assert.equal((await asked<BeforeSigning>(BEFORE_SIGNING, REPORT, {}, uri)).version, -1);
    assert.equal((await asked<PlainText>(PLAIN_TEXT, REPORT, {}, uri)).version, -1);
  });

  it('the state of the language counts what is on, and says whether the impression is in step', async () => {
    const all = await asked<LanguageState>(LANGUAGE_STATE, REPORT.replace('[level]', 'D6'));
    assert.ok(all.terms > 500 && all.rules > 50);
    assert.deepEqual([all.off, all.site, all.problems, all.isInStep], [[], null, 0, true]);
    const severities = { 'level-drift': 'off', 'level-part': 'hint' };
    const some = await asked<LanguageState>(LANGUAGE_STATE, REPORT.replace('[level]', 'D8'), { severities });
    assert.deepEqual([some.off, some.rules, some.isInStep], [['level-drift'], all.rules - 1, false]);
    const none = await asked<LanguageState>(LANGUAGE_STATE, 'FINDINGS\nNormal study.\n');
    assert.equal(none.isInStep, null);
  });
});

describe('the findings over the protocol', () => {
  it('are a tree with places', async () => {
    const [region, impression] = await asked<TreeNode[]>(FINDINGS_TREE, REPORT);
    assert.deepEqual([region?.label, region?.range, impression?.label], ['Thoracic spine', null, 'Impression']);
    const [mass] = region?.children ?? [];
    assert.deepEqual(mass?.range, { start: { line: 1, character: 11 }, end: { line: 1, character: 15 } });
  });

  it('are kept apart where a text holds several reports', async () => {
    const [first, second] = await asked<TreeNode[]>(FINDINGS_TREE, 'FINDINGS\nMass at D4.\n---\nFINDINGS\nMass at L4.\n');
    assert.deepEqual([first?.label, first?.children[0]?.label], ['Report 1', 'Thoracic spine']);
    assert.deepEqual([second?.label, second?.children[0]?.label], ['Report 2', 'Lumbar spine']);
    assert.equal(second?.children[0]?.children[0]?.range?.start.line, 4);
  });
});

describe('dictation over the protocol', () => {
  const DICTATED = 'FINDINGS\nthere is a mass at d four\nliver normal\n';
  const changes = async (range?: object, goesOn = false) =>
    (await asked<DictationChanges>(DICTATION, DICTATED, {}, URI, range === undefined ? { goesOn } : { range, goesOn })).changes.map(
      ({ written }) => written,
    );

  it('is changed in a range, or all of it', async () => {
    const second = { start: { line: 2, character: 0 }, end: { line: 2, character: 12 } };
    assert.deepEqual(await changes(second), ['Liver', '.']);
    assert.deepEqual(await changes(second, true), ['Liver']);
    assert.deepEqual(await changes(), ['There', 'D4.', 'Liver', '.']);
  });
});
