import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readmeWithoutRepository } from '../../scripts/package-readme.ts';
import { root } from '../../scripts/root.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const pictures = [...readme.matchAll(/^!\[([^\]]*)\]\(([^)]+)\)$/gm)].map(([, words = '', path = '']) => ({ words, path }));

describe('the page of the extension', () => {
  it('has pictures in the repository: each with words for who cannot see it, small, and there', () => {
    assert.ok(pictures.length >= 4);
    for (const { words, path } of pictures) {
      assert.ok(words.length > 20, path);
      assert.ok(statSync(join(root, path)).size <= 150_000, path);
    }
  });

  it('leads nowhere that is not there', () => {
    const page = readmeWithoutRepository(readme);
    assert.doesNotMatch(page, /\]\((?!https:|#)/);
    assert.ok(page.includes('How the parts fit is in docs/architecture.md'));
    assert.equal(page.match(/^#+ .*$/gm)?.join('\n'), readme.match(/^#+ .*$/gm)?.join('\n'));
  });

  it('keeps links to other places', () => {
    assert.equal(readmeWithoutRepository('[a](https://a.example) [b](b.md)\n\n![c](c.png)\n\nd\n'), '[a](https://a.example) b\n\nd\n');
  });
});
