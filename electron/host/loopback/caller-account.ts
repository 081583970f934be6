import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** The two ends of a connection on this computer, as its server sees it, and where Linux lists who has which. */
export interface Ends {
  readonly clientPort: number;
  readonly serverPort: number;
}

const loopback = '0100007F';
const hexPort = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');

/**
 * The account (uid) whose program holds the other end of a loopback connection, from a table in the form of Linux's
 * /proc/net/tcp; `undefined` when it is not in it.
 */
export function accountIn(table: string, { clientPort, serverPort }: Ends): number | undefined {
  const ends = `${loopback}:${hexPort(clientPort)} ${loopback}:${hexPort(serverPort)} `;
  const line = table.split('\n').find((row) => row.includes(`: ${ends}`));
  const account = line?.trim().split(/\s+/)[7];
  return account === undefined ? undefined : Number(account);
}

/**
 * Whether whoever is at the other end is another account of this computer: a browser's command line, with the key in it,
 * can be read by all of them. Known on Linux; elsewhere, and when the system does not tell, nobody is suspected.
 */
export function isAnotherAccount({ remotePort, localPort }: Pick<Socket, 'remotePort' | 'localPort'>): boolean {
  if (process.platform !== 'linux' || remotePort === undefined || localPort === undefined) return false;
  const account = accountIn(listOfConnections(), { clientPort: remotePort, serverPort: localPort });
  return account !== undefined && account !== process.getuid?.();
}

function listOfConnections(): string {
  try {
    return readFileSync('/proc/net/tcp', 'latin1');
  } catch {
    return '';
  }
}
