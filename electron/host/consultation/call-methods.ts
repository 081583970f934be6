import type { SessionHalf, HostContext } from '../host-context.ts';

type CallMethods = Pick<SessionHalf, 'sendSignal' | 'renewRelay' | 'testRelay' | 'inviteGuest' | 'removeGuest'>;

/** What a call needs of the hub: nothing is looked up or written down here, for a signal must be fast. The hub knows whose call it is. */
export const callMethods = ({ hub }: HostContext): CallMethods => ({
  sendSignal: (signal) => hub.call('sendSignal', signal),
  renewRelay: (call) => hub.call('renewRelay', call),
  testRelay: () => hub.call('testRelay', {}),
  inviteGuest: (guest) => hub.call('inviteGuest', guest),
  removeGuest: (guest) => hub.call('removeGuest', guest),
});
