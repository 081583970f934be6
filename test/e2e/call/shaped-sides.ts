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

/** @param folder of the built harness */
export async function openShapedSides(folder: string, up?: Direction, down?: Direction): Promise<ShapedSides> {
  const network = await ShapedNetwork.open(up, down);
  const relay = network.spawn('core', process.execPath, [join(import.meta.dirname, 'relay-process.ts'), folder, String(port)]);
  if (relay.stdout) await once(relay.stdout, 'data');
  const url = (side: 'desk' | 'official') => `http://${network.coreFor[side]}:${port}`;
  const open = (side: 'desk' | 'official') => openCallBrowser({ wrapper: network.wrapper(side, findBrowser() ?? 'chromium'), trusted: url(side) });
  const [left, right]: [Browser, Browser] = await Promise.all([open('desk'), open('official')]);
  return {
    network,
    openSides: async () => {
      const [desk, official] = await Promise.all([openCallPage(left, `${url('desk')}/index.html`), openCallPage(right, `${url('official')}/index.html`)]);
      return { desk, official };
    },
    close: async () => {
      await Promise.all([left.close(), right.close()]);
      network.close();
    },
  };
}
