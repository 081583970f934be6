import type { IncomingHttpHeaders } from 'node:http';

/** Cookies do not know ports: two hubs on one computer need two names. With TLS the browser holds the name to this very host. */
export const cookieName = (of: 'official' | 'guest', secure: boolean, port: number): string => (secure ? `__Host-sportello-${of}` : `sportello-${of}-${port}`);

/** The value of a cookie in a request, if it has one. */
export function cookieValue(headers: IncomingHttpHeaders, name: string): string | undefined {
  const prefix = `${name}=`;
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
}

/** Not readable by scripts, not sent from other sites, gone after so many seconds. */
export const setCookie = (name: string, value: string, secure: boolean, seconds: number): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
