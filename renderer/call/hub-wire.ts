import type { HubLine } from '../../shared/hub/hub-line.ts';
import { relayPassSchema } from '../../shared/hub/hub-views.ts';
import type { CallWire } from './use-mesh.ts';

/** A call's signals over a page's own line to the hub; a desk's page has none, its program holds the line. */
export const hubWire = (line: HubLine<unknown>, callId: string): CallWire => ({
  send: (signal) => void line.call('sendSignal', signal),
  onSignal: (listener) => line.onSignal(listener),
  relayPass: async () => {
    const answer = await line.call('renewRelay', { callId });
    if (!answer.ok) throw new Error(answer.code);
    return relayPassSchema.parse(answer.value);
  },
});
