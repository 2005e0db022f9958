// Pictures of the extension in a real editor, in light, dark and high contrast: `npm run screenshots`. They go to out/screenshots, those
// of README.md to docs/pictures. What opens the editor is that of the editor tests.
import { runNode } from './run.ts';

process.exitCode = (await runNode('test/vscode/run.mjs', ['--only=pictures', '--vsix'])).code;
