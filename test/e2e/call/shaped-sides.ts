import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { findBrowser } from '../../../scripts/find-browser.ts';
import { ShapedNetwork } from '../../network/shaped-network.ts';
import type { Direction } from '../../network/shaped-network.ts';
import { openCallBrowser, openCallPage } from './call-browser.ts';
import type { TwoSides } from './two-sides.ts';

/** Desk and official, each a browser in a network of its own, with the relay between them. */
export interface ShapedSides {
  readonly network: ShapedNetwork;
  /** New pages; the old ones stay as they are. */
  readonly openSides: () => Promise<TwoSides>;
  readonly close: () => Promise<void>;
}

const port = 8080;

/** Starts one of the programs beside this file inside a side's network; settles when it is open. */
async function program(network: ShapedNetwork, side: 'desk' | 'core', name: string, ...args: readonly string[]): Promise<void> {
  const { stdout } = network.spawn(side, process.execPath, [join(import.meta.dirname, name), ...args]);
  if (stdout) await once(stdout, 'data');
}

/** @param folder of the built harness */
export async function openShapedSides(folder: string, up?: Direction, down?: Direction): Promise<ShapedSides> {
  const network = await ShapedNetwork.open(up, down);
  const hub = `http://${network.coreFor.official}:${port}`;
  await program(network, 'core', 'relay-process.ts', folder, String(port));
  await program(network, 'desk', 'desk-gateway.ts', folder, String(port), hub.replace('http', 'ws'));
  const open = (side: 'desk' | 'official') => openCallBrowser({ wrapper: network.wrapper(side, findBrowser() ?? 'chromium'), trusted: hub });
  const [left, right]: [Browser, Browser] = await Promise.all([open('desk'), open('official')]);
  return {
    network,
    openSides: async () => {
      const [desk, official] = await Promise.all([openCallPage(left, `http://127.0.0.1:${port}/index.html`), openCallPage(right, `${hub}/index.html`)]);
      return { desk, official };
    },
    close: async () => {
      await Promise.all([left.close(), right.close()]);
      network.close();
    },
  };
}
