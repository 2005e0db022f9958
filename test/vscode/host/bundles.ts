import { BUNDLES, buildBundles } from '../../../scripts/build.ts';
import { NODE_ACTIVATION, NODE_SUITE, WEB_ACTIVATION, WEB_SUITE } from './paths.ts';

const SUITES: typeof BUNDLES = [
  { entry: 'test/vscode/suite/node.ts', out: NODE_SUITE, platform: 'node', format: 'cjs' },
  { entry: 'test/vscode/suite/web.ts', out: WEB_SUITE, platform: 'browser', format: 'cjs' },
  { entry: 'test/vscode/activation/measure.ts', out: NODE_ACTIVATION, platform: 'node', format: 'cjs' },
  { entry: 'test/vscode/activation/measure.ts', out: WEB_ACTIVATION, platform: 'browser', format: 'cjs' },
];

/** Makes the extension as the source folder runs it, and the suites. */
export const buildExtensionAndSuites = (): Promise<void> =>
  buildBundles({ bundles: [...BUNDLES.filter(({ out }) => /^dist\/(?:node|browser)\//.test(out)), ...SUITES] });
