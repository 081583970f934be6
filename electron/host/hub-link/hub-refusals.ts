import type { RefusalCode } from '../../../shared/desk/refusal.ts';
import type { HubRefusalCode } from '../../../shared/hub/hub-refusal.ts';

/** What a hub's "no" is called at the desk, where it has a sentence. */
export const deskRefusals: Readonly<Record<HubRefusalCode, RefusalCode>> = {
  'unknown-method': 'hub-not-understood',
  'invalid-input': 'hub-not-understood',
  'too-large': 'hub-not-understood',
  'too-many': 'hub-busy',
  crashed: 'hub-crashed',
  'not-connected': 'hub-not-connected',
  'not-enrolled': 'hub-not-enrolled',
  'desk-revoked': 'hub-not-enrolled',
  'code-wrong': 'enrolment-code-wrong',
  'code-used': 'enrolment-code-used',
  'code-expired': 'enrolment-code-expired',
  'session-expired': 'hub-not-enrolled',
  'no-such-consultation': 'no-such-consultation',
  'no-such-office': 'no-such-office',
  'no-office-covers': 'no-office-covers',
  'already-asking': 'already-asking',
  'already-claimed': 'consultation-not-possible-now',
  'already-in-call': 'consultation-not-possible-now',
  'not-possible-now': 'consultation-not-possible-now',
  'no-such-call': 'no-such-call',
  'call-full': 'call-full',
  'no-relay': 'no-relay',
};
