import { createHmac } from 'node:crypto';
import type { RelayPass } from '../shared/hub/hub-views.ts';
import { instantText } from '../shared/desk/clock.ts';
import type { Clock } from '../shared/desk/clock.ts';

/** The hub's own relays. Never a public one: who speaks with whom is nobody else's business. */
export interface RelaySettings {
  /** `stun:host:3478` */
  readonly stunUrls: readonly string[];
  /** `turn:host:3478?transport=udp`, … */
  readonly turnUrls: readonly string[];
  /** Shared with coturn (`static-auth-secret`). */
  readonly secret: string;
}

/** How long a pass lasts, in seconds: in a call it is renewed, for a test it need not be. */
export const passLasts = { call: 600, test: 120 } as const;

/**
 * A time-limited pass for the relays, as coturn's REST scheme wants it: `<unix expiry>:<holder>` and its HMAC-SHA1.
 * @param holder told apart in the relay's own quota: a desk's id, or chance
 * @param validFor seconds
 */
export function relayPass({ stunUrls, turnUrls, secret }: RelaySettings, holder: string, validFor: number, clock: Clock): RelayPass {
  const until = clock().add({ seconds: validFor });
  const username = `${Math.floor(until.epochMilliseconds / 1000)}:${holder}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  const stun = stunUrls.length === 0 ? [] : [{ urls: [...stunUrls] }];
  return { iceServers: [...stun, { urls: [...turnUrls], username, credential }], until: instantText(until), validFor };
}

/**
 * The addresses of a relay on one host: UDP, TCP, and TLS where other traffic is blocked.
 * @param tlsPort 0: the relay has no certificate
 */
export const relayOn = (host: string, port: number, tlsPort: number, secret: string): RelaySettings => ({
  stunUrls: [`stun:${host}:${port}`],
  turnUrls: [`turn:${host}:${port}?transport=udp`, `turn:${host}:${port}?transport=tcp`, ...(tlsPort === 0 ? [] : [`turns:${host}:${tlsPort}?transport=tcp`])],
  secret,
});
