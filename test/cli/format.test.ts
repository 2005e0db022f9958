import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emh, folderWith } from './harness.ts';

const CARELESS = 'Exam: MRI dorsal spine\nFINDINGS\nMasses D3 – D8,  lobulated. \nIMPRESSION\n2. Masses D3 – D8.\n';
const NEAT = 'Exam: MRI dorsal spine\n\nFINDINGS\nMasses D3 – D8, lobulated.\n\nIMPRESSION\n1. Masses D3 – D8.\n';

describe('emh format', () => {
  const cwd = folderWith({
    'careless.emh': CARELESS,
    'neat.emh': NEAT,
    'site/.emh/config.json': '{ "format": { "levelDash": "hyphen", "numbering": false } }',
    'site/a.emh': NEAT.replace('1.', '4.'),
    'wrong/.emh/config.json': '{ "format": { "levelDsh": "hyphen", "numbering": "no", "headings": true } }',
    'wrong/a.emh': NEAT,
  });
  const textOf = (name: string): string => readFileSync(join(cwd, name), 'utf8');

  it('shows a diff, and changes nothing', async () => {
    const { code, out, err } = await emh(['format', 'careless.emh'], { cwd });
    assert.equal(code, 0);
    assert.equal(err, '');
    assert.match(out, /^-Masses D3 – D8, {2}lobulated\. $/m);
    assert.match(out, /^\+Masses D3 – D8, lobulated\.$/m);
    assert.match(out, /^-2\. Masses D3 – D8\.$/m);
    assert.match(out, /^\+1\. Masses D3 – D8\.$/m);
    assert.equal(textOf('careless.emh'), CARELESS);
    assert.match((await emh(['format', '-'], { cwd, stdin: CARELESS })).out, /^\+1\. /m);
  });

  it('checks', async () => {
    assert.deepEqual(await emh(['format', '--check', 'neat.emh'], { cwd }), { code: 0, out: 'neat.emh: is formatted.\n', err: '' });
    const { code, out } = await emh(['format', '--check', 'careless.emh', 'neat.emh'], { cwd });
    assert.equal(code, 1);
    assert.equal(out, 'careless.emh: is not formatted: 5 changes.\nneat.emh: is formatted.\n');
  });

  it('writes, keeps CRLF and the byte order mark, and has nothing to do a second time', async () => {
    writeFileSync(join(cwd, 'windows.emh'), `\ufeff${CARELESS.replaceAll('\n', '\r\n')}`);
    const { code, out } = await emh(['format', '--write', 'windows.emh'], { cwd });
    assert.equal(code, 0);
    assert.equal(out, 'windows.emh: is formatted now: 5 changes.\n');
    assert.equal(textOf('windows.emh'), `\ufeff${NEAT.replaceAll('\n', '\r\n')}`);
    assert.equal((await emh(['format', '--write', 'windows.emh'], { cwd })).out, 'windows.emh: is formatted.\n');
  });

  it('does what the site of a file wants', async () => {
    const { out } = await emh(['format', 'site/a.emh'], { cwd });
    assert.match(out, /^\+Masses D3-D8, lobulated\.$/m);
    assert.match(out, /^\+4\. Masses D3-D8\.$/m);
  });

  it('tells what is wrong in the settings of a site, and uses the rest', async () => {
    const { code, err } = await emh(['format', '--check', 'wrong/a.emh'], { cwd });
    assert.equal(code, 0);
    assert.match(err, /`format\.levelDsh` is no key here \(did you mean `levelDash`\?\)/);
    assert.match(err, /`format\.numbering` must be true or false/);
  });

  it('wants a file, and one that can be written to', async () => {
    assert.equal((await emh(['format'], { cwd })).code, 2);
    assert.match((await emh(['format', '--write', '-'], { cwd, stdin: NEAT })).err, /standard input cannot be written to/);
    assert.match((await emh(['format', '--write', '--check', 'neat.emh'], { cwd })).err, /either checks or writes/);
  });
});
