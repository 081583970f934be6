import type { RelayPass } from '../../shared/hub/hub-views.ts';
import type { RelayTest } from '../../shared/session/network-passport.ts';

/** The hub's own servers, told apart by how they are reached. */
export type OfferedRelays = { readonly [Way in RelayTest | 'stun']: RTCIceServer | undefined };

/** Reads a pass; an address that is none of these (RFC 7064, RFC 7065) is left out. */
export function offeredRelays({ iceServers }: Pick<RelayPass, 'iceServers'>): OfferedRelays {
  const by = (way: RelayTest | 'stun'): RTCIceServer | undefined =>
    iceServers
      .map(({ urls, username, credential }) => ({ urls: urls.filter((url) => wayOf(url) === way), ...(username !== undefined && { username }), ...(credential !== undefined && { credential }) }))
      .find(({ urls }) => urls.length > 0);
  return { stun: by('stun'), 'relay-udp': by('relay-udp'), 'relay-tcp': by('relay-tcp'), 'relay-tls': by('relay-tls') };
}

function wayOf(url: string): RelayTest | 'stun' | undefined {
  const [, scheme, transport] = /^(stun|turns?):[^?]+(?:\?transport=(udp|tcp))?$/i.exec(url) ?? [];
  switch (scheme?.toLowerCase()) {
    case 'stun':
      return 'stun';
    case 'turns':
      return 'relay-tls';
    case 'turn':
      return transport?.toLowerCase() === 'tcp' ? 'relay-tcp' : 'relay-udp';
    default:
      return undefined;
  }
}
