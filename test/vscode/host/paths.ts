import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';

/** Where what only these tests need is installed; ignored by git, and safe to delete. */
export const CACHE: string = join(root, '.vscode-test');

/** The test suites as bundles, one for each kind of extension host. */
export const NODE_SUITE = 'out/vscode/node.cjs';
export const WEB_SUITE = 'out/vscode/web.js';
/** What the bench of activation runs in either of them. */
export const NODE_ACTIVATION = 'out/vscode/activation.cjs';
export const WEB_ACTIVATION = 'out/vscode/activation.js';

/** Pictures that the run through the user interface takes. */
export const SCREENSHOTS: string = join(root, 'out/screenshots');
