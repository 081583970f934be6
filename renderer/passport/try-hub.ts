import type { DeskClient } from '../../shared/desk/desk-client.ts';
import type { HubLinkView } from '../../shared/desk/hub-link-view.ts';
import type { RelayPass } from '../../shared/hub/hub-views.ts';
import type { NotTriedReason } from '../../shared/session/network-passport.ts';
import { passportTimes, whyNoHub } from '../../shared/session/passport-plan.ts';
import type { Finding } from '../../shared/session/passport-verdicts.ts';
import { within } from './within.ts';

/** How the line to the hub is, and the pass for its relays, or why there is none. */
export interface HubTried {
  readonly finding: Finding;
  readonly pass: RelayPass | NotTriedReason;
}

/** Asked so often; the fastest counts, for the others may have waited behind something else. */
const asks = 3;

export async function tryHub(desk: Pick<DeskClient, 'testRelay'>, view: HubLinkView, calledOff: AbortSignal): Promise<HubTried> {
  const barred = whyNoHub(view);
  if (barred === 'hub-away') return away(view.link.at === 'refused' ? 'put-out' : 'not-connected');
  if (barred !== null) return { finding: { test: 'hub', reason: barred, value: null }, pass: barred };
  const until = performance.now() + passportTimes.hub;
  let fastest = Number.POSITIVE_INFINITY;
  let pass: HubTried['pass'] = 'hub-away';
  for (let turn = 0; turn < asks; turn += 1) {
    const begun = performance.now();
    const reply = await within(until - begun, calledOff, desk.testRelay({}));
    if (reply === undefined) break;
    // A hub without relays has answered all the same.
    if (!reply.ok && reply.code !== 'no-relay') return away('not-connected');
    fastest = Math.min(fastest, performance.now() - begun);
    pass = reply.ok ? reply.value : 'no-relay';
  }
  return fastest === Number.POSITIVE_INFINITY ? away('no-answer') : { finding: { test: 'hub', reason: 'fine', value: fastest }, pass };
}

const away = (reason: 'put-out' | 'not-connected' | 'no-answer'): HubTried => ({ finding: { test: 'hub', reason, value: null }, pass: 'hub-away' });
