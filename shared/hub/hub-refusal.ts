/** Every expected "no" of the hub. The sentences are in `resources/locales/<lang>/hub.json`, read by the pages. */
export const hubRefusalCodes = [
  // the gate
  'unknown-method',
  'invalid-input',
  'too-large',
  'too-many',
  'crashed',
  'not-connected',
  // who is there
  'not-enrolled',
  'desk-revoked',
  'code-wrong',
  'code-used',
  'code-expired',
  'session-expired',
  // the queue
  'no-such-consultation',
  'no-such-office',
  'no-office-covers',
  'already-asking',
  'already-claimed',
  'already-in-call',
  'not-possible-now',
  // the call
  'no-such-call',
  'call-full',
  'no-relay',
] as const;
export type HubRefusalCode = (typeof hubRefusalCodes)[number];

export type HubAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: HubRefusalCode; readonly field?: string };

export const hubAnswer = <T>(value: T): HubAnswer<T> => ({ ok: true, value });
export const hubRefuse = (code: HubRefusalCode): HubAnswer<never> => ({ ok: false, code });
