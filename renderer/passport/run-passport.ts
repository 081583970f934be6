import type { DeskClient } from '../../shared/desk/desk-client.ts';
import type { HubLinkView } from '../../shared/desk/hub-link-view.ts';
import { relayTests } from '../../shared/session/network-passport.ts';
import type { NotTriedReason, PassportTest } from '../../shared/session/network-passport.ts';
import type { Finding } from '../../shared/session/passport-verdicts.ts';
import { LocalMedia } from '../call/devices/local-media.ts';
import { measureBandwidth } from './measure-bandwidth.ts';
import { measureProbes } from './measure-probes.ts';
import { measureReconnect } from './measure-reconnect.ts';
import { offeredRelays } from './offered-relays.ts';
import type { OfferedRelays } from './offered-relays.ts';
import type { RelayLoop } from './relay-loop.ts';
import { tryDevices } from './try-devices.ts';
import { tryHub } from './try-hub.ts';
import { tryRelay } from './try-relay.ts';
import { tryStun } from './try-stun.ts';

export interface PassportRun {
  readonly desk: Pick<DeskClient, 'testRelay'>;
  readonly hub: HubLinkView;
  readonly calledOff: AbortSignal;
  readonly onBegin: (tests: readonly PassportTest[]) => void;
  readonly onFound: (findings: readonly Finding[]) => void;
}

/** The transport nearest to how a call would go first. */
interface BestLoop {
  readonly loop: RelayLoop;
  readonly byUdp: boolean;
}

/**
 * The whole test, within `passportLongest`: devices beside hub, STUN and relays; then, with the line to itself, what is
 * measured. Everything it opened is closed when it settles, and soon after it is called off.
 */
export async function runPassport(run: PassportRun): Promise<void> {
  const media = new LocalMedia();
  let best: BestLoop | undefined;
  try {
    [, best] = await Promise.all([devices(run, media), theWayOut(run)]);
    await measurements(run, best);
  } finally {
    best?.loop.close();
    media.close();
  }
}

async function devices({ calledOff, onBegin, onFound }: PassportRun, media: LocalMedia): Promise<void> {
  onBegin(['camera', 'microphone']);
  onFound(await tryDevices(media, calledOff));
  // The light goes out while the rest goes on.
  media.close();
}

async function theWayOut(run: PassportRun): Promise<BestLoop | undefined> {
  run.onBegin(['hub']);
  const { finding, pass } = await tryHub(run.desk, run.hub, run.calledOff);
  run.onFound([finding]);
  if (typeof pass === 'string') {
    run.onFound(notTried(['stun', ...relayTests], pass));
    return undefined;
  }
  const offered = offeredRelays(pass);
  run.onBegin(['stun']);
  run.onFound([offered.stun ? await tryStun(offered.stun, run.calledOff) : { test: 'stun', reason: 'not-offered', value: null }]);
  return relays(run, offered);
}

/** One after the other; the first that carries stays open. */
async function relays(run: PassportRun, offered: OfferedRelays): Promise<BestLoop | undefined> {
  let best: BestLoop | undefined;
  for (const test of relayTests) {
    run.onBegin([test]);
    const server = offered[test];
    const { finding, loop } = server ? await tryRelay(test, server, run.calledOff) : { finding: { test, reason: 'not-offered', value: null } as const, loop: undefined };
    run.onFound([finding]);
    if (best === undefined && loop) best = { loop, byUdp: test === 'relay-udp' };
    else loop?.close();
  }
  return best;
}

/** The still line first: bandwidth fills it. */
async function measurements({ calledOff, onBegin, onFound }: PassportRun, best: BestLoop | undefined): Promise<void> {
  if (best === undefined) return onFound(notTried(['bandwidth-up', 'bandwidth-down', 'loss', 'round-trip', 'reconnect'], 'no-loop'));
  onBegin(['loss', 'round-trip']);
  onFound(await measureProbes(best.loop, best.byUdp, calledOff));
  onBegin(['reconnect']);
  onFound([await measureReconnect(best.loop, calledOff)]);
  onBegin(['bandwidth-up', 'bandwidth-down']);
  onFound(await measureBandwidth(best.loop, calledOff));
}

const notTried = (tests: readonly PassportTest[], reason: NotTriedReason): readonly Finding[] => tests.map((test) => ({ test, reason, value: null }));
