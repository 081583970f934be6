import type { IncomingHttpHeaders } from 'node:http';

const names = ['127.0.0.1', 'localhost'];
/** On HTTP's own port browsers send the name alone. */
const hosts = (port: number): readonly string[] => [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];

/** The address bar says this computer: a name elsewhere that resolves to 127.0.0.1 (DNS rebinding) is turned away. */
export const isOurHost = (headers: IncomingHttpHeaders, port: number): boolean => hosts(port).includes(headers.host ?? '');

/** The page asking is ours. A browser always sends Origin with a socket; whoever sends none is not a browser. */
export const isOurOrigin = (headers: IncomingHttpHeaders, port: number): boolean =>
  isOurHost(headers, port) && headers.origin === `http://${headers.host}`;

/** Cookies do not know ports: two desks on one computer need two names. */
const cookieName = (port: number): string => `sportello-${port}`;

/** The value of our cookie in a request, if it has one. */
export function cookieValue(headers: IncomingHttpHeaders, port: number): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const prefix = `${cookieName(port)}=`;
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
}

/** Not readable by scripts, not sent from other sites, gone with the browser. */
export const setCookie = (port: number, value: string): string => `${cookieName(port)}=${value}; HttpOnly; SameSite=Strict; Path=/`;
