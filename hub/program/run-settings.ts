import { existsSync, readFileSync } from 'node:fs';
import words from '../../resources/locales/it/hub-program.json' with { type: 'json' };
import { fillBlanks } from '../../shared/text/fill-blanks.ts';
import type { HubOptions } from '../hub.ts';
import type { TlsFiles } from '../hub-server.ts';
import { relayOn } from '../relay-pass.ts';
import type { RelaySettings } from '../relay-pass.ts';
import { readPort } from './hub-options.ts';
import type { HubCommand, Misuse } from './hub-options.ts';
import { defaultRelayPorts, relaySecretIn } from './relay-files.ts';

/** The port of a hub that was given none. */
export const usualPort = 8470;
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

export type RunSettings = Pick<HubOptions, 'host' | 'port' | 'tls' | 'publicAddress' | 'relay'>;

/** What a hub is started with, or the sentence that says what is wrong with it. */
export function runSettings(command: HubCommand, folder: string): RunSettings | Misuse {
  const { given, on } = command;
  const host = given.host ?? '127.0.0.1';
  const port = readPort(given.port, usualPort);
  if (port === undefined) return { sentence: fillBlanks(words.badPort, { option: '--port' }) };
  const publicAddress = given['public-address'];
  if (publicAddress !== undefined && !isOrigin(publicAddress)) return { sentence: words.badPublicAddress };
  const tls = readTls(command);
  if (tls !== undefined && 'sentence' in tls) return tls;
  // Cameras, cookies and keys on an open line: a browser would not let the pages work either.
  const isSafe = tls !== undefined || loopback.has(host) || publicAddress?.startsWith('https:') === true || on.has('without-tls');
  if (!isSafe) return { sentence: words.tlsNeeded };
  const relay = readRelay(command, folder);
  return relay !== undefined && 'sentence' in relay ? relay : { host, port, tls, publicAddress, relay };
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.pathname === '/' && url.search === '';
}

function readTls({ given }: HubCommand): TlsFiles | Misuse | undefined {
  const [cert, key] = [given['tls-cert'], given['tls-key']];
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) return { sentence: words.tlsBoth };
  const missing = [cert, key].find((path) => !existsSync(path));
  if (missing !== undefined) return { sentence: fillBlanks(words.noSuchFile, { path: missing }) };
  return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}

function readRelay({ given }: HubCommand, folder: string): RelaySettings | Misuse | undefined {
  const host = given['relay-host'];
  if (host === undefined) return undefined;
  const port = readPort(given['relay-port'], defaultRelayPorts.plain);
  const tlsPort = readPort(given['relay-tls-port'], defaultRelayPorts.tls);
  if (port === undefined || tlsPort === undefined) return { sentence: fillBlanks(words.badPort, { option: '--relay-port, --relay-tls-port' }) };
  const secret = relaySecretIn(given['relay-secret-file'] ?? folder);
  return secret === undefined ? { sentence: words.noRelaySecret } : relayOn(host, port, tlsPort, secret);
}
