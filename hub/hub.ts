import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hubPaths } from '../shared/hub/hub-paths.ts';
import { hubAdmin } from './admin.ts';
import type { HubAdmin } from './admin.ts';
import { Board } from './board.ts';
import type { HubContext } from './hub-context.ts';
import type { HubLog } from './hub-log.ts';
import { createListener, HubServer, listening } from './hub-server.ts';
import type { TlsFiles } from './hub-server.ts';
import { systemTime } from './hub-time.ts';
import type { HubTime } from './hub-time.ts';
import { openPages } from './http/hub-pages.ts';
import { Presence } from './presence.ts';
import { readBoard, refresh } from './refresh.ts';
import type { RelaySettings } from './relay-pass.ts';
import { openStore } from './store/open-store.ts';
import type { HubStore } from './store/hub-store.ts';
import { beginUpkeep } from './upkeep.ts';
import { ViewPusher } from './views/view-pusher.ts';

export interface HubOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly tls?: TlsFiles | undefined;
  /** Origin by which desks and officials reach the hub, when it is another than host and port say. */
  readonly publicAddress?: string | undefined;
  /** Folder of the hub's state, made if need be. */
  readonly folder: string;
  /** Folder of the built pages (`dist/renderer`); without it the hub serves no pages. */
  readonly pages?: string | undefined;
  readonly relay?: RelaySettings | undefined;
  readonly log: HubLog;
  readonly time?: HubTime;
}

export interface RunningHub {
  /** Origin told to desks. */
  readonly address: string;
  /** The official's page. */
  readonly officialAddress: string;
  readonly admin: HubAdmin;
  /** Says good-bye to everybody, writes what is under way, and lets the address and the folder go. */
  close(): Promise<void>;
}

/** How soon whoever is connected should try again, in milliseconds: a restart takes about a second. */
const restartsAfter = 1_000;

/** The hub's state within its folder. */
export const stateIn = (folder: string): string => join(folder, 'hub.db');

/**
 * Starts a hub: opens its state, listens, keeps itself in order. Embedded in another process or on its own, it is the same.
 * @throws the system's error when it cannot listen (`EADDRINUSE`, `EACCES`) or its state cannot be opened
 */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const store = await openStore(stateIn(options.folder), true);
  try {
    return await startOn(store, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startOn(store: HubStore, options: HubOptions): Promise<RunningHub> {
  const listener = createListener(options.tls);
  const port = await listening(listener, options.host, options.port);
  const addresses = addressesOf(options, port);
  const [address = ''] = addresses;
  const { hub, views } = contextOf(store, options, addresses);
  await readBoard(hub);
  await views.begin();
  const server = new HubServer(hub, listener, openPages(options.pages), { secure: address.startsWith('https:'), port });
  const stopUpkeep = beginUpkeep(hub);
  hub.log('started', { port });
  return {
    address,
    officialAddress: `${address}${hubPaths.officialPage}`,
    admin: hubAdmin({ store, time: hub.time, address, changed: () => refresh(hub) }),
    close: async () => {
      stopUpkeep();
      await server.close(restartsAfter);
      views.close();
      await store.close();
      hub.log('stopped');
    },
  };
}

function contextOf(store: HubStore, { time = systemTime, log, relay }: HubOptions, addresses: readonly string[]): { hub: HubContext; views: ViewPusher } {
  const board = new Board();
  const presence = new Presence(time.elapsed);
  const views = new ViewPusher({ store, time, board, presence, log });
  return { hub: { store, time, log, addresses, relay, presence, board, views }, views };
}

/** Every origin this hub is known by, the one told to people first. */
function addressesOf({ host, tls, publicAddress }: HubOptions, port: number): readonly string[] {
  const scheme = tls === undefined ? 'http' : 'https';
  const isLoopback = host === '127.0.0.1' || host === 'localhost' || host === '::1';
  const names = isLoopback ? ['127.0.0.1', 'localhost', '[::1]'] : [host.includes(':') ? `[${host}]` : host];
  const own = names.map((name) => new URL(`${scheme}://${name}:${port}`).origin);
  return publicAddress === undefined ? own : [new URL(publicAddress).origin, ...own];
}
