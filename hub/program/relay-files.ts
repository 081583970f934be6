import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coturnConfiguration } from '../coturn-configuration.ts';
import type { CoturnSettings } from '../coturn-configuration.ts';
import { newToken } from '../secrets.ts';

/** Where a relay listens: everybody's port for TURN, and the one that is never blocked. */
export const defaultRelayPorts = { plain: 3478, tls: 443 } as const;

const secretPath = (place: string): string => (existsSync(place) && statSync(place).isFile() ? place : join(place, 'relay-secret'));

/** The secret hub and relay share: of a file, or of the file `relay-secret` in a folder. `undefined` when there is none. */
export function relaySecretIn(place: string): string | undefined {
  const path = secretPath(place);
  const secret = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return secret === '' ? undefined : secret;
}

/** Writes a relay's configuration into the hub's folder, with the secret they share; its path. */
export function writeRelayConfiguration(folder: string, settings: Omit<CoturnSettings, 'secret' | 'folder'>): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = relaySecretIn(folder) ?? newToken();
  writeFileSync(join(folder, 'relay-secret'), `${secret}\n`, { mode: 0o600 });
  const path = join(folder, 'turnserver.conf');
  writeFileSync(path, coturnConfiguration({ ...settings, secret, folder }), { mode: 0o600 });
  return path;
}
