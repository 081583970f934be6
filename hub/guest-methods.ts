import { hubAnswer } from '../shared/hub/hub-refusal.ts';
import type { GuestHubApi } from '../shared/hub/official-hub-api.ts';
import { forwardSignal, guestIsGone, renewRelay } from './call-methods.ts';
import type { HubMethods } from './methods.ts';

export const guestMethods: HubMethods<'guest', GuestHubApi> = {
  sendSignal: forwardSignal,
  renewRelay,
  leave: async ({ hub, party: { callId, party } }) => {
    await hub.store.removeGuest({ callId, party, by: { kind: 'hub' } });
    // After the answer has gone out.
    setImmediate(() => void guestIsGone(hub, callId, party, 'session-expired'));
    return hubAnswer(null);
  },
};
