import type { HubLineOptions } from '../../shared/hub/hub-line.ts';

/** This load of the page, for all the sockets it opens: the hub must not take one of them for another tab. */
const thisPage = crypto.getRandomValues(new Uint32Array(3)).join('-');

/** The hub's socket beside the page. */
export function socketBeside(page: Location, path: 'official' | 'guest'): WebSocket {
  const address = new URL(`/${path}?page=${thisPage}`, page.href);
  address.protocol = page.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(address);
}

/** The browser's clock and timer, as a line to the hub wants them. */
export const browserTime: Pick<HubLineOptions<unknown>, 'now' | 'every'> = {
  now: () => performance.now(),
  every: (milliseconds, action) => {
    const timer = setInterval(action, milliseconds);
    return () => clearInterval(timer);
  },
};
