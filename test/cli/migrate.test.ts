import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emh, folderWith } from './harness.ts';

const OLD =
  'Template: ours\nVersion: 1\n\nExam: CT thorax\n\nFINDINGS\nRibs: No rib expansion.\nSpleen: No splenomegaly.\n\nIMPRESSION\n1. [said: text].\n';
const NEW = OLD.replace('Version: 1', 'Version: 2')
  .replace('No rib expansion.', 'No expansion of the ribs.')
  .replace('Spleen: No splenomegaly.\n', '');
const REPORT =
  'Template: ours 1\nExam: CT thorax\n\nFINDINGS\nRibs: No rib expansion.\nSpleen: No splenomegaly.\n\nIMPRESSION\n1. All is well.\n';
const MINE = REPORT.replace('No splenomegaly.', 'A large spleen.');

describe('emh migrate', () => {
  const cwd = folderWith({
    '.emh/templates/ours.emht': NEW,
    'old.emht': OLD,
    'broken.emht': `${OLD}[end]\n`,
    'a.emh': REPORT,
    'reports/b.emh': REPORT,
    'reports/c.emh': MINE,
    'reports/d.emh': 'FINDINGS\nRibs: No rib expansion.\n',
  });
  const there = (name: string): string => readFileSync(join(cwd, name), 'utf8');
  const migrate = (...words: string[]) => emh(['migrate', 'old.emht', 'ours', ...words], { cwd });

  it('shows what would change, and changes nothing', async () => {
    const { code, out, err } = await migrate('a.emh');
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      '--- a.emh\n+++ a.emh\n@@ -1,9 +1,8 @@\n-Template: ours 1\n+Template: ours 2\n Exam: CT thorax\n \n FINDINGS\n-Ribs: No rib expansion.\n-Spleen: No splenomegaly.\n+Ribs: No expansion of the ribs.\n \n IMPRESSION\n 1. All is well.\n',
    );
    assert.equal(there('a.emh'), REPORT);
  });

  it('says what it leaves to the person, and where', async () => {
    const { code, out, err } = await migrate('reports/c.emh');
    assert.equal(code, 1);
    assert.equal(err, 'reports/c.emh:6:1: conflict: The template has "Spleen: No splenomegaly." no more; what you wrote is kept.\n');
    assert.match(out, /^ Spleen: A large spleen\.$/m);
  });

  it('checks, and leaves alone what was not made from the template', async () => {
    const { code, out, err } = await migrate('reports/b.emh', 'reports/d.emh', '--check');
    assert.deepEqual([code, out], [1, 'reports/b.emh: to be migrated: 2 changes.\nreports/d.emh: nothing to migrate.\n']);
    assert.equal(err, 'reports/d.emh: no report in it names the template ours.\n');
    assert.equal((await migrate('reports/d.emh', '--check')).code, 0);
  });

  it('gives all of it as JSON', async () => {
    const { code, out } = await migrate('reports/c.emh', '--json');
    assert.equal(code, 1);
    const [{ file, reports, edits, conflicts }] = JSON.parse(out) as [
      { file: string; reports: number; edits: { text: string }[]; conflicts: { start: object }[] },
    ];
    assert.deepEqual(
      [file, reports, edits.map(({ text }) => text), conflicts.map(({ start }) => start)],
      ['reports/c.emh', 1, ['Template: ours 2', 'Ribs: No expansion of the ribs.'], [{ line: 6, column: 1 }]],
    );
  });

  it('writes the files, and changes nothing the second time', async () => {
    assert.deepEqual(await migrate('a.emh', '--write'), { code: 0, out: 'a.emh: migrated: 2 changes.\n', err: '' });
    const after = there('a.emh');
    assert.equal(after, 'Template: ours 2\nExam: CT thorax\n\nFINDINGS\nRibs: No expansion of the ribs.\n\nIMPRESSION\n1. All is well.\n');
    assert.deepEqual(await migrate('a.emh', '--write'), { code: 0, out: 'a.emh: nothing to migrate.\n', err: '' });
    assert.equal(there('a.emh'), after);
  });

  it('refuses what it cannot work with', async () => {
    const said = async (...words: string[]): Promise<string> => {
      const { code, err } = await emh(['migrate', ...words], { cwd });
      assert.equal(code, 2);
      return err;
    };
    assert.match(await said('old.emht', 'ours'), /needs two templates and a report/);
    assert.match(await said('old.emht', 'other', 'a.emh'), /there is no template other/);
    assert.match(
      await said('broken.emht', 'ours', 'a.emh'),
      /broken\.emht:12:1: Nothing is open that this would end\. Mend the template first/,
    );
    assert.match(await said('old.emht', 'ours', 'none.emh'), /none\.emh: no such file/);
    assert.match(await said('old.emht', 'ours', 'a.emh', '--json', '--write'), /--json shows/);
    assert.match(await said('old.emht', 'ours', '-', '--write'), /standard input cannot be written to/);
  });
});
