// Tests the extension inside real editors: `node test/vscode/run.mjs [--only=node|web|ui|electron] [--vsix]`; test/vscode/README.md says more.
// Plain JavaScript, so that an older Node can say that it is too old for the rest.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.log(`editor tests left out: they need Node 22.18 or newer, this is ${process.versions.node}`);
} else {
  const { runEditorTests } = await import('./host/run.ts');
  process.exitCode = await runEditorTests(process.argv.slice(2));
}
