import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { manifestTexts } from '../../scripts/generate-manifest.ts';
import { CONFIG_SCHEMA, configSchemaText } from '../../scripts/generate-schema.ts';
import { root } from '../../scripts/root.ts';
import { architecturePage } from './architecture-page.ts';
import { CHEVROTAIN_FILES, FOLDERS } from './folders.ts';
import { readmeWithAnswer } from './readme-example.ts';
import { rulesPage } from './rules-page.ts';
import { folderOf, importsOf, type SourceFile, sourceFiles } from './sources.ts';

const LONGEST = 400;

describe('the house', () => {
  const files = sourceFiles();

  it('imports what its table allows, and nothing else', () => {
    assert.deepEqual(
      files.flatMap((file) => importsOf(file).flatMap((name) => complaint(file, name))),
      [],
    );
  });

  it('lets the compiler enforce the same arrows', () => {
    for (const { path, imports } of FOLDERS) {
      if (imports === null) continue;
      const config = JSON.parse(readFileSync(join(root, path, 'tsconfig.json'), 'utf8')) as { references: { path: string }[] };
      const referenced = config.references.map((reference) => posix.join(path, reference.path));
      assert.deepEqual(
        referenced.filter((name) => !imports.includes(name)),
        [],
        `${path}/tsconfig.json refers to more than its row allows`,
      );
    }
  });

  it('keeps every file under 400 lines', () => {
    const long = files.filter(({ text }) => text.split('\n').length > LONGEST).map(({ path }) => path);
    assert.deepEqual(long, []);
  });

  it('has a row for every folder', () => {
    const tops = readdirSync(root, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !/^(?:\..*|node_modules|out|dist|docs)$/.test(entry.name),
    );
    const rows = new Set(FOLDERS.map(({ path }) => path.split('/')[0]));
    assert.deepEqual(
      tops.map(({ name }) => name).filter((name) => !rows.has(name)),
      [],
    );
  });

  it('is described by a page that is not stale', () => {
    assert.equal(readFileSync(join(root, 'docs/architecture.md'), 'utf8'), architecturePage(), 'run `npm run generate`');
  });

  it('lists its rules on a page that is not stale', () => {
    assert.ok(readFileSync(join(root, 'docs/rules.md'), 'utf8') === rulesPage(), 'run `npm run generate`');
  });

  it('has in its manifest what the client contributes', () => {
    const { manifest, words } = manifestTexts();
    assert.equal(readFileSync(join(root, 'package.json'), 'utf8'), manifest, 'run `npm run generate`');
    assert.equal(readFileSync(join(root, 'package.nls.json'), 'utf8'), words, 'run `npm run generate`');
  });

  it('names in the schema of a configuration all that can be set', () => {
    assert.ok(readFileSync(join(root, CONFIG_SCHEMA), 'utf8') === configSchemaText(), 'run `npm run generate`');
  });

  it('shows in its README what the command really says', async () => {
    assert.ok((await readmeWithAnswer()) === readFileSync(join(root, 'README.md'), 'utf8'), 'run `npm run generate`');
  });
});

/** What is wrong with an import, as a line; none where it is allowed. */
function complaint(file: SourceFile, name: string): string[] {
  const folder = folderOf(file.path);
  if (folder === undefined) return [`${file.path} stands in no folder of the table`];
  const allowed = name.startsWith('.') ? isFolderAllowed(file, name) : isPackageAllowed(file, name);
  return allowed ? [] : [`${file.path} imports ${name}`];
}

function isFolderAllowed(file: SourceFile, name: string): boolean {
  const target = folderOf(posix.join(posix.dirname(file.path), name));
  const own = folderOf(file.path);
  return target !== undefined && own !== undefined && (target === own || (own.imports?.includes(target.path) ?? false));
}

function isPackageAllowed(file: SourceFile, name: string): boolean {
  const folder = folderOf(file.path);
  if (isBuiltin(name)) return (folder?.node ?? false) && name.startsWith('node:');
  if (name === 'chevrotain') return CHEVROTAIN_FILES.test(file.path);
  const packageName = name.split('/', name.startsWith('@') ? 2 : 1).join('/');
  return folder?.packages.includes(packageName) ?? false;
}
