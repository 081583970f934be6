/** The two names IPC knows: one way for calls, the other for events. */
export const channels = { call: 'desk:call', event: 'desk:event' } as const;
