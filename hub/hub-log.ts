/** One line of the hub's log: an event name of a closed vocabulary and plain values. No names, tax codes, questions or addresses of people. */
export type HubLog = (event: string, values?: Readonly<Record<string, string | number | boolean>>) => void;

/** JSON lines, one an event, in time order: what log collectors read. */
export const jsonLines =
  (write: (line: string) => void, now: () => string): HubLog =>
  (event, values = {}) =>
    write(JSON.stringify({ at: now(), event, ...values }));
