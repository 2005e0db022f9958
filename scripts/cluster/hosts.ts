import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A machine of its own as far as the network goes: a network namespace with an ssh server in it. */
export interface Host {
  readonly name: string;
  /** Ends its ssh server and its connections: the host is down. */
  down(): void;
  up(): void;
}

/** Hosts, and how they are reached. */
export interface Hosts {
  readonly hosts: readonly Host[];
  /** Configuration file of ssh in which each host has its name. */
  readonly ssh: string;
}

const NET = '10.77.0';

/**
 * Makes hosts with so many names, joined by a bridge. Only within namespaces of its own (network, mounts, processes) that the caller runs in as root:
 * nothing of the machine is touched, and all of it is gone with the last process in there.
 */
export function makeHosts(names: readonly string[], folder: string): Hosts {
  const ip = (...words: string[]): void => void execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', '/run']);
  mkdirSync('/run/netns');
  mkdirSync('/run/sshd');
  ip('link', 'set', 'lo', 'up');
  ip('link', 'add', 'bridge0', 'type', 'bridge');
  ip('addr', 'add', `${NET}.1/24`, 'dev', 'bridge0');
  ip('link', 'set', 'bridge0', 'up');
  for (const key of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, `${key}-key`)]);
  execFileSync('cp', [join(folder, 'user-key.pub'), join(folder, 'authorized')]);
  const hosts = names.map((name, i): Host => {
    const address = `${NET}.${i + 10}`;
    ip('netns', 'add', name);
    ip('link', 'add', `to-${name}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
    ip('link', 'set', `to-${name}`, 'master', 'bridge0', 'up');
    ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
    ip('-n', name, 'link', 'set', 'eth0', 'up');
    ip('-n', name, 'link', 'set', 'lo', 'up');
    const config = join(folder, `sshd-${name}`);
    writeFileSync(config, serverConfig(address, folder));
    let server: ChildProcess | null = null;
    return {
      name,
      up: () => {
        ip('link', 'set', `to-${name}`, 'up');
        const log = openSync(join(folder, `sshd-${name}.log`), 'a');
        server ??= spawn('ip', ['netns', 'exec', name, '/usr/sbin/sshd', '-D', '-e', '-f', config], { stdio: ['ignore', log, log] });
      },
      down: () => {
        ip('link', 'set', `to-${name}`, 'down');
        server?.kill('SIGKILL');
        server = null;
      },
    };
  });
  const ssh = join(folder, 'ssh-config');
  writeFileSync(ssh, names.map((name, i) => clientConfig(name, `${NET}.${i + 10}`, folder)).join(''));
  return { hosts, ssh };
}

const serverConfig = (address: string, folder: string): string => `
ListenAddress ${address}
HostKey ${join(folder, 'host-key')}
AuthorizedKeysFile ${join(folder, 'authorized')}
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
`;

const clientConfig = (name: string, address: string, folder: string): string => `
Host ${name}
  HostName ${address}
  User root
  IdentityFile ${join(folder, 'user-key')}
  IdentitiesOnly yes
  StrictHostKeyChecking no
  UserKnownHostsFile /dev/null
  LogLevel ERROR
  ConnectTimeout 3
  ServerAliveInterval 2
  ServerAliveCountMax 2
`;
