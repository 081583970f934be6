import type { DeskWire } from '../../shared/desk/transport.ts';

/** Whether the desk answers; what the banner and the automatic retry look at. */
export interface Connection {
  readonly isLost: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A wire that remembers whether its last answer came: a reply `connection-lost` means the desk is out of reach. */
export function watchConnection(wire: DeskWire): { wire: DeskWire; connection: Connection } {
  const listeners = new Set<() => void>();
  let lost = false;
  const note = (nowLost: boolean) => {
    if (nowLost === lost) return;
    lost = nowLost;
    for (const listener of listeners) listener();
  };
  return {
    wire: {
      subscribe: (listener) => wire.subscribe(listener),
      call: async (method, input) => {
        const reply = await wire.call(method, input);
        note(!reply.ok && reply.code === 'connection-lost');
        return reply;
      },
    },
    connection: {
      isLost: () => lost,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
