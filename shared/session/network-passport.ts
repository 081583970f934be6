import { z } from 'zod';

/** What the one-minute test of a desk's network looks at. */
export const passportTests = ['camera', 'microphone', 'hub', 'stun', 'relay-udp', 'relay-tcp', 'relay-tls', 'bandwidth-up', 'bandwidth-down', 'loss', 'round-trip', 'reconnect'] as const;
export const passportTestSchema = z.enum(passportTests);
export type PassportTest = z.infer<typeof passportTestSchema>;

export const passportResultSchema = z.strictObject({
  test: passportTestSchema,
  verdict: z.enum(['green', 'amber', 'red', 'not-tried']),
  /** kbit/s, milliseconds, or a share from 0 to 1, as the test has it; null where there is nothing to measure. */
  value: z.number().min(0).max(100_000_000).nullable(),
  /** Why, from the test's own closed list; the words are the page's. */
  reason: z.string().max(60).regex(/^[a-z0-9-]*$/),
});
export type PassportResult = z.infer<typeof passportResultSchema>;

/** The network of a desk on one day of the week, as last tried: a market day is not like the others. */
export interface NetworkPassport {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly at: string;
  readonly results: readonly PassportResult[];
}
