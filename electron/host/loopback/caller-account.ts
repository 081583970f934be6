import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** The two ends of a connection on this computer, as its server sees it, and where Linux lists who has which. */
export interface Ends {
  readonly clientAddress: string;
  readonly clientPort: number;
  readonly serverPort: number;
}

const ourAddress = '127.0.0.1';
/** What stands before an IPv4 address that a socket for IPv6 connects to (`::ffff:127.0.0.1`). */
const mapped = '0000000000000000FFFF0000';
const hex = (number: number, digits: number): string => number.toString(16).toUpperCase().padStart(digits, '0');
const hexEnd = (address: string, port: number): string => `${address.split('.').reverse().map((byte) => hex(Number(byte), 2)).join('')}:${hex(port, 4)}`;

/**
 * The account (uid) whose program holds the other end of a loopback connection, from a table in the form of Linux's
 * /proc/net/tcp or tcp6; `undefined` when it is not in it.
 */
export function accountIn(table: string, { clientAddress, clientPort, serverPort }: Ends): number | undefined {
  const [client, server] = [hexEnd(clientAddress, clientPort), hexEnd(ourAddress, serverPort)];
  const ends = [`: ${client} ${server} `, `: ${mapped}${client} ${mapped}${server} `];
  const line = table.split('\n').find((row) => ends.some((both) => row.includes(both)));
  const account = line?.trim().split(/\s+/)[7];
  return account === undefined ? undefined : Number(account);
}

/**
 * Whether whoever is at the other end is another account of this computer: a browser's command line, with the key in it,
 * can be read by all of them. Known on Linux; elsewhere, and when the system does not tell, nobody is suspected.
 */
export function isAnotherAccount({ remoteAddress, remotePort, localPort }: Pick<Socket, 'remoteAddress' | 'remotePort' | 'localPort'>): boolean {
  if (process.platform !== 'linux' || remoteAddress === undefined || remotePort === undefined || localPort === undefined) return false;
  const ends = { clientAddress: remoteAddress, clientPort: remotePort, serverPort: localPort };
  // The second list is read when the first does not have it: where there are many connections each takes milliseconds.
  const account = accountIn(listIn('/proc/net/tcp'), ends) ?? accountIn(listIn('/proc/net/tcp6'), ends);
  return account !== undefined && account !== process.getuid?.();
}

function listIn(table: string): string {
  try {
    return readFileSync(table, 'latin1');
  } catch {
    return '';
  }
}
