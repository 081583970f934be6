import type { HubLinkView } from '../desk/hub-link-view.ts';
import type { NotTriedReason } from './network-passport.ts';

/** So long may each part take at most, in milliseconds. */
export const passportTimes = {
  /** Somebody may have to find the browser's question and answer it. */
  devicesOpen: 10_000,
  /** Time to say a sentence. */
  listen: 6_000,
  hub: 3_000,
  stun: 5_000,
  /** TLS on a rural line takes 0.8 s (measured); a lost packet or two come on top. */
  relay: 6_000,
  /** 250 packets in five seconds, as sound sends them, and a second for the last ones. */
  probes: 6_000,
  /** Longer than what is red anyway. */
  reconnect: 8_000,
  bandwidth: 6_000,
} as const;

/** Packets of the probe: as often as sound, and about its size. */
export const probing = { everyMs: 20, count: 250, bytes: 160 } as const;

/** The flow ends after so many bytes, on a line that is fast. */
export const bandwidthBytes = 6_000_000;

const { devicesOpen, listen, hub, stun, relay, probes, reconnect, bandwidth } = passportTimes;

/** The whole at the longest: devices beside the line, relays one after the other, then what must have the line for itself. */
export const passportLongest = Math.max(devicesOpen + listen, hub + stun + 3 * relay) + probes + reconnect + bandwidth;

/** Why nothing beyond this computer can be tried; null when it can. */
export function whyNoHub({ link, trial }: Pick<HubLinkView, 'link' | 'trial'>): NotTriedReason | null {
  if (trial !== null) return 'trial';
  if (link.at === 'none') return 'no-hub';
  return link.at === 'connected' ? null : 'hub-away';
}

/** Somebody is in a call, or it is being put through: the line is theirs. What the hub said before its line broke still counts. */
export const holdsCall = ({ view }: Pick<HubLinkView, 'view'>): boolean => view?.consultations.some(({ state, call }) => state === 'ringing' || (state !== 'ended' && call !== null)) ?? false;
