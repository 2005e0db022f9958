// The filter at work on several hosts: `npm run test:cluster [-- --reports N] [--nats FOLDER]`. The hosts are network namespaces of this machine
// (Linux, as root) with an ssh server in each; GNU parallel and NATS hand out shards, hosts go down, processes are killed, and in the end
// the results must be those of one process. What is not installed is left out, with a line that says so. Takes some minutes.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUNDLES, buildBundles } from './build.ts';
import { runCases } from './cluster/cases.ts';
import { isInstalled } from './cluster/processes.ts';
import { root } from './root.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '600' },
    nats: { type: 'string', default: '' },
    inside: { type: 'boolean', default: false },
  },
});
const NEEDED = ['unshare', 'ip', 'ssh', 'ssh-keygen', 'parallel', '/usr/sbin/sshd'];

if (values.inside) await inside();
else await outside();

/** Starts this script again where it is alone: with a network, mounts and processes of its own. */
async function outside(): Promise<void> {
  const missing = NEEDED.filter((command) => !isInstalled(command));
  const why =
    process.platform !== 'linux'
      ? 'network namespaces are a thing of Linux'
      : process.getuid?.() !== 0
        ? 'only root makes network namespaces'
        : missing.length > 0
          ? `${missing.join(', ')} not installed (apt-get install parallel openssh-server iproute2)`
          : spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', 'true']).status !== 0
            ? 'this machine allows no network namespaces'
            : null;
  if (why !== null) {
    console.log(`The cluster tests are left out: ${why}.\n\n0 passed, 0 failed, 1 skipped`);
    return;
  }
  await buildBundles({ bundles: BUNDLES.filter(({ out }) => out === 'dist/cli.cjs') });
  const own = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', process.execPath, import.meta.filename, '--inside'];
  const { status } = spawnSync('unshare', [...own, '--reports', values.reports, '--nats', values.nats], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

async function inside(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'emh-cluster-'));
  const emh = join(folder, 'emh');
  writeFileSync(emh, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli.cjs')}' "$@"\n`);
  chmodSync(emh, 0o755);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const tell = (name: string, why: string | null): void => {
    counts[why === null ? 'passed' : 'failed']++;
    console.log(why === null ? `  ok   ${name}` : `  FAIL ${name}: ${why}`);
  };
  const leaveOut = (name: string, why: string): void => {
    counts.skipped++;
    console.log(`  left out: ${name}: ${why}`);
  };
  try {
    await runCases({ folder, emh, reports: Number(values.reports), nats: values.nats, tell, leaveOut });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
  // Servers that were started end with the namespace.
  process.exit();
}
