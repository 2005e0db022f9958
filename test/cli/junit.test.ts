import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';
import { emh, fakeLanguage, folderWith, warning } from './harness.ts';

const SCHEMA = join(root, 'test/cli/schemas/junit-10.xsd');

/** Checks by libxml2; null where that is not installed. */
function complaints(xml: string): string | null {
  const { error, status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, '-'], { input: xml, encoding: 'utf8' });
  if (error !== undefined) return null;
  return status === 0 ? '' : stderr;
}

describe('JUnit of emh check, by its schema', () => {
  it('is valid for every example', async function () {
    this.timeout(60_000);
    const said = complaints((await emh(['check', '.', '--format', 'junit'], { cwd: join(root, 'examples') })).out);
    if (said === null) return void this.skip();
    assert.equal(said, '');
  });

  it('is valid where messages hold what XML forbids, for records, and for what cannot be read', async function () {
    const message = 'a\u0000\u0008\ud800<b>&]]>"\'\u{1f9b4}\ufffe';
    const language = fakeLanguage({
      diagnostics: () => [
        warning({ start: 0, end: 1 }, { message }),
        warning({ start: 0, end: 1 }, { message, severity: 'hint', rule: 'other' }),
      ],
    });
    const cwd = folderWith({ 'a & <b> "c".emh': 'Mass.', 'c.ndjson': '{"id":1,"text":"x"}\nnope\n', 'd.csv': 'a\n1\n' });
    const { out } = await emh(['check', '.', '--format', 'junit'], { cwd, language });
    const said = complaints(out);
    if (said === null) return void this.skip();
    assert.equal(said, '');
    assert.notEqual(complaints(out.replace(' failures="1"', '')), '');
    assert.equal(complaints((await emh(['check', 'none', '--format', 'junit'], { cwd, language })).out), '');
  });
});
