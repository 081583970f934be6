import { hubPaths } from '../shared/hub/hub-paths.ts';
import type { HubParty } from './connection.ts';
import type { Door } from './doors.ts';
import { cookieName, cookieValue, setCookie } from './http/cookies.ts';
import { now, secondsFromNow } from './hub-context.ts';
import type { HubContext } from './hub-context.ts';
import type { IncomingHttpHeaders } from 'node:http';
import { hashOf, newToken } from './secrets.ts';

/** An official's session, in seconds: a working day. */
const sessionSeconds = 12 * 3600;

/** How the hub is reached, which cookies depend on. */
export interface Reached {
  readonly secure: boolean;
  readonly port: number;
}

/**
 * The officials' door: a one-time invitation opens a session of twelve hours. Named accounts (OIDC) would be another way to
 * the same session.
 */
export const officialDoor = (hub: HubContext, { secure, port }: Reached): Door => ({
  of: 'official',
  open: async (token) => {
    const cookie = newToken();
    const session = { hash: hashOf(cookie), expiresAt: secondsFromNow(hub, sessionSeconds) };
    const opened = await hub.store.openSession({ invitation: hashOf(token), session, at: now(hub) });
    if (typeof opened === 'string') return opened;
    return { cookie: setCookie(cookieName('official', secure, port), cookie, secure, sessionSeconds), page: hubPaths.officialPage };
  },
});

/** The official a request's cookie belongs to, while their session lasts. */
export async function officialOf(hub: HubContext, headers: IncomingHttpHeaders, { secure, port }: Reached): Promise<HubParty | undefined> {
  const cookie = cookieValue(headers, cookieName('official', secure, port));
  if (cookie === undefined) return undefined;
  const session = hashOf(cookie);
  const known = await hub.store.sessionOf({ hash: session, at: now(hub) });
  return known && { kind: 'official', officialId: known.official.id, officeId: known.official.officeId, session, until: known.until };
}
