import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE, bundleText } from '../../scripts/generate-bundle.ts';
import { root } from '../../scripts/root.ts';

const sources = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('words of the client', () => {
  it('can be translated: each is given whole, and not put together', () => {
    const calls = sources.flatMap((name) =>
      [...readFileSync(join(root, 'client', name), 'utf8').matchAll(/l10n\.t\(\s*(.{0,40})/g)].map(([, words = '']) => ({ name, words })),
    );
    assert.ok(calls.length > 30);
    assert.deepEqual(
      calls.filter(({ words }) => !/^'[^']/.test(words)),
      [],
    );
  });

  it('are all in the bundle that a translator starts from', () => {
    assert.equal(readFileSync(join(root, BUNDLE), 'utf8'), bundleText(), 'npm run generate');
    const calls = sources.flatMap((name) => [...readFileSync(join(root, 'client', name), 'utf8').matchAll(/\bl10n\.t\(/g)]);
    const words = JSON.parse(bundleText()) as Record<string, string>;
    assert.ok(Object.keys(words).length > 50 && Object.keys(words).length <= calls.length);
    const { l10n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { l10n: string };
    assert.equal(join(l10n, 'bundle.l10n.json'), BUNDLE);
  });

  it('are not said without that: no sentence stands in the sources alone', () => {
    const bare = sources.flatMap((name) => {
      const code = readFileSync(join(root, 'client', name), 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
        .replaceAll(/l10n\.t\(\s*'(?:[^'\\]|\\.)*'/g, '');
      return [...code.matchAll(/'[A-Z][a-z]+ [^'\n]*'|`[A-Z][a-z]+ [^`]*`|'EMH Report[ :][^']*'|`EMH Report[ :][^`]*`/g)].map(
        ([words]) => `${name}: ${words}`,
      );
    });
    assert.deepEqual(bare, []);
  });

  it('are in the manifest by keys that package.nls.json has, each once used', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    const words = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;
    assert.deepEqual(used.toSorted(), Object.keys(words).toSorted());
  });

  it('has files for all that the manifest shows', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const files = [...manifest.matchAll(/"(?:\.\/)?(client\/media\/[^"]+)"/g)].map(([, file = '']) => file);
    assert.ok(files.length > 10);
    for (const file of files) assert.ok(readFileSync(join(root, file)).length > 0, file);
  });
});
