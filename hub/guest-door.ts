import type { IncomingHttpHeaders } from 'node:http';
import { hubPaths } from '../shared/hub/hub-paths.ts';
import { readGuests } from './call-methods.ts';
import type { HubParty } from './connection.ts';
import type { Door } from './doors.ts';
import { cookieName, cookieValue, setCookie } from './http/cookies.ts';
import { now } from './hub-context.ts';
import type { HubContext } from './hub-context.ts';
import type { Reached } from './official-door.ts';
import { hashOf, newToken } from './secrets.ts';

/** Longer than any call; a guest's cookie opens nothing once the call is over. */
const cookieSeconds = 12 * 3600;

/** The guests' door: a one-time link lets one person into one call. */
export const guestDoor = (hub: HubContext, { secure, port }: Reached): Door => ({
  of: 'guest',
  open: async (token) => {
    const cookie = newToken();
    const guest = await hub.store.letGuestIn({ hash: hashOf(token), cookieHash: hashOf(cookie), at: now(hub) });
    if (typeof guest === 'string') return guest;
    await readGuests(hub, guest.callId);
    return { cookie: setCookie(cookieName('guest', secure, port), cookie, secure, cookieSeconds), page: hubPaths.guestPage };
  },
});

/** The guest a request's cookie belongs to, while their call lasts. */
export async function guestOf(hub: HubContext, headers: IncomingHttpHeaders, { secure, port }: Reached): Promise<HubParty | undefined> {
  const cookie = cookieValue(headers, cookieName('guest', secure, port));
  const guest = cookie === undefined ? undefined : await hub.store.guestOf(hashOf(cookie));
  return guest && { kind: 'guest', callId: guest.callId, party: guest.party, role: guest.role };
}
