import { spawn, spawnSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A relay on this machine's loopback, and what a browser needs to use it. */
export interface Coturn {
  readonly iceServers: { urls: string[]; username: string; credential: string }[];
  readonly port: number;
  /** 0 without a certificate. */
  readonly tlsPort: number;
  /** Shared with a hub that gives out its passes. */
  readonly secret: string;
  readonly close: () => void;
}

/**
 * Why there is no coturn to test with, or `undefined` when there is one. It is installed where that harms nobody: by root, on a
 * machine whose packages start no services of their own accord (containers, build machines).
 */
export function whyNoCoturn(): string | undefined {
  const isThere = () => spawnSync('turnserver', ['--version']).error === undefined;
  if (isThere()) return undefined;
  if (process.getuid?.() !== 0 || !existsSync('/usr/sbin/policy-rc.d') || !existsSync('/usr/bin/apt-get')) return 'no coturn on this machine: run "sudo apt-get install coturn"';
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '-qq'], quietly);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'coturn'], quietly);
  return isThere() ? undefined : 'coturn could not be installed from the package sources of this machine';
}

/** For TLS: made in the relay's folder, signed by nobody; a browser has to be told to take it. */
function makeCertificate(folder: string): readonly string[] {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert]);
  if (made.status !== 0) throw new Error('openssl made no certificate');
  return [`--cert=${cert}`, `--pkey=${key}`];
}

/**
 * @param transport how the browser reaches the relay by `iceServers`
 * @param withTls by TLS too, with a certificate of its own making
 */
export async function startCoturn(transport: 'udp' | 'tcp' = 'udp', withTls = false): Promise<Coturn> {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-coturn-'));
  const secret = randomBytes(16).toString('hex');
  const port = await freePort();
  const tlsPort = withTls ? await freePort() : 0;
  const tls = withTls ? [`--tls-listening-port=${tlsPort}`, ...makeCertificate(folder)] : ['--no-tls', '--no-dtls'];
  const only = ['--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', '--allow-loopback-peers', '--no-cli', ...tls];
  const keys = ['--use-auth-secret', `--static-auth-secret=${secret}`, '--realm=test', '--fingerprint'];
  const files = [`--pidfile=${join(folder, 'pid')}`, `--userdb=${join(folder, 'db')}`, '--no-stdout-log', `--log-file=${join(folder, 'log')}`, '-n'];
  const child = spawn('turnserver', [...only, ...keys, ...files, `--listening-port=${port}`], { stdio: 'ignore' });
  await listening(port);
  const username = `${Math.floor(Date.now() / 1_000) + 600}:test`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return {
    iceServers: [{ urls: [`turn:127.0.0.1:${port}?transport=${transport}`], username, credential }],
    port,
    tlsPort,
    secret,
    close: () => {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Settles when something answers at the port; coturn listens by TCP as well as by UDP. */
async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.end());
    });
    if (open) return;
    await pause(50);
  }
  throw new Error('coturn does not answer');
}
