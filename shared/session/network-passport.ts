import { z } from 'zod';

/** What the one-minute test of a desk's network looks at, in the order it is told. */
export const passportTests = ['camera', 'microphone', 'hub', 'stun', 'relay-udp', 'relay-tcp', 'relay-tls', 'bandwidth-up', 'bandwidth-down', 'loss', 'round-trip', 'reconnect'] as const;
export const passportTestSchema = z.enum(passportTests);
export type PassportTest = z.infer<typeof passportTestSchema>;

export const relayTests = ['relay-udp', 'relay-tcp', 'relay-tls'] as const satisfies readonly PassportTest[];
export type RelayTest = (typeof relayTests)[number];

/** Why something was not tried; the words are in `locales/<lang>/passport.json`, as for what was found. */
export const notTriedReasons = [
  /** No hub is set: there is nothing to reach. */
  'no-hub',
  /** The hub for trying out stands on this computer: no network lies in between. */
  'trial',
  /** The line to the hub is not there, and only the hub knows the relays. */
  'hub-away',
  /** The hub has no relay of its own. */
  'no-relay',
  /** The relay is not offered by this transport. */
  'not-offered',
  /** No relay carried the loop that is measured. */
  'no-loop',
  /** TCP sends again what is lost: nothing of it can be seen. */
  'over-tcp',
] as const;
export type NotTriedReason = (typeof notTriedReasons)[number];

const relayReasons = ['fine', 'key-refused', 'no-answer', 'not-carried'] as const;
const bandwidthReasons = ['fine', 'small-picture', 'sound-only', 'nothing-came'] as const;
const deviceReasons = ['refused', 'in-use', 'none-found', 'failed', 'not-answered'] as const;

/** What each test can find. A reason once released stays: it is written in the records. */
export const passportReasons = {
  camera: ['fine', ...deviceReasons, 'no-picture'],
  microphone: ['fine', ...deviceReasons, 'faint', 'silent'],
  hub: ['fine', 'slow', 'too-slow', 'not-connected', 'put-out', 'no-answer'],
  stun: ['fine', 'no-answer'],
  'relay-udp': relayReasons,
  'relay-tcp': relayReasons,
  'relay-tls': relayReasons,
  'bandwidth-up': bandwidthReasons,
  'bandwidth-down': bandwidthReasons,
  loss: ['fine', 'some', 'heavy', 'nothing-came'],
  'round-trip': ['fine', 'slow', 'too-slow', 'nothing-came'],
  reconnect: ['fine', 'slow', 'too-slow', 'not-back'],
} as const satisfies { readonly [Test in PassportTest]: readonly string[] };
export type FoundReason<Test extends PassportTest = PassportTest> = (typeof passportReasons)[Test][number];

export const isNotTried = (reason: string): reason is NotTriedReason => notTriedReasons.some((one) => one === reason);
export const isFoundBy = (test: PassportTest, reason: string): reason is FoundReason => passportReasons[test].some((one) => one === reason);

export const passportVerdicts = ['green', 'amber', 'red', 'not-tried'] as const;
export type PassportVerdict = (typeof passportVerdicts)[number];

export const passportResultSchema = z
  .strictObject({
    test: passportTestSchema,
    verdict: z.enum(passportVerdicts),
    /** kbit/s, milliseconds, or a share from 0 to 1, as the test has it; null where there is nothing to measure. */
    value: z.number().min(0).max(100_000_000).nullable(),
    /** Why, from the test's own closed list; the words are the page's. */
    reason: z.string().max(60),
  })
  .refine(({ test, verdict, reason }) => (verdict === 'not-tried' ? isNotTried(reason) : isFoundBy(test, reason)));
export type PassportResult = z.infer<typeof passportResultSchema>;

/** The network of a desk on one day of the week, as last tried: a market day is not like the others. */
export interface NetworkPassport {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly at: string;
  readonly results: readonly PassportResult[];
}
