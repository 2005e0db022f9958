// Makes the extension's package: `npm run package`. The same sources give the same bytes.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { buildBundles, bundleSizes } from './build.ts';
import { readmeWithoutRepository } from './package-readme.ts';
import { root } from './root.ts';

const LIMIT_BYTES = 1_500_000;

/** Every entry of the archive gets this time (2026-01-01), so that a package depends on its contents alone. */
process.env.SOURCE_DATE_EPOCH ??= '1767225600';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly repository?: unknown;
}

const { name, version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const file = `${name}-${version}.vsix`;
const README = 'dist/readme.md';

await buildBundles({ minify: true });
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const isKnown = repository !== undefined;
writeFileSync(join(root, README), isKnown ? readme : readmeWithoutRepository(readme));
await createVSIX({
  cwd: root,
  dependencies: false,
  packagePath: join(root, file),
  readmePath: README,
  allowMissingRepository: true,
  rewriteRelativeLinks: isKnown,
});

const { size } = statSync(join(root, file));
console.log(bundleSizes());
console.log(`${file}: ${(size / 1000).toFixed(0)} kB`);
if (size > LIMIT_BYTES) {
  console.error(`The package must stay under ${LIMIT_BYTES / 1000} kB.`);
  process.exitCode = 1;
}
