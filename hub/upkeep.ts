import { instantText } from '../shared/desk/clock.ts';
import type { EndReason } from '../shared/hub/closed-lists.ts';
import type { OnBoard } from './board.ts';
import { forgetRunOut } from './call-methods.ts';
import { consultationMoved, now } from './hub-context.ts';
import type { HubContext } from './hub-context.ts';
import { presenceChanged } from './presence-changed.ts';
import { refresh } from './refresh.ts';

/** How often each is looked at, in milliseconds. */
const every = { presence: 500, outside: 1_000, queue: 5_000, purge: 600_000 } as const;
/** A call-back rings for so long, in seconds. */
const ringsFor = 60;
/** In milliseconds: a desk that waits and is away for so long has given up; a conversation both have left is over. */
const goneAfter = { waiting: 600_000, bothInCall: 900_000 } as const;
/** A promised call-back nobody made is given up so many hours after its time. */
const promiseKeptHours = 24;
/** Ended ones become counts after a day; words a desk has not fetched wait for it two weeks. */
const keptDays = { ended: 1, unfetched: 14 } as const;

/** Does by itself what nobody asks for: leases, unanswered call-backs, who is gone, what is over. The function returned stops it. */
export function beginUpkeep(hub: HubContext): () => void {
  const { time } = hub;
  const stops = [
    time.every(every.presence, () => reviewPresence(hub)),
    time.every(every.outside, () => guarded(hub, 'outside', () => lookOutside(hub))),
    time.every(every.queue, () => guarded(hub, 'queue', () => tidyQueue(hub))),
    time.every(every.purge, () => guarded(hub, 'purge', () => purge(hub))),
  ];
  return () => stops.forEach((stop) => stop());
}

function guarded({ log }: HubContext, method: string, work: () => Promise<void>): void {
  work().catch((error: unknown) => log('crashed', { method, error: error instanceof Error ? error.name : 'unknown' }));
}

function reviewPresence(hub: HubContext): void {
  const at = now(hub);
  for (const connection of hub.presence.all()) if (connection.party.kind === 'official' && connection.party.until <= at) connection.dismiss('session-expired');
  const inCalls = hub.board.inCalls();
  for (const party of hub.presence.review((key) => inCalls.has(key))) presenceChanged(hub, party);
}

async function lookOutside(hub: HubContext): Promise<void> {
  if (await hub.store.changedElsewhere()) await refresh(hub);
}

/** Invitations that ran out, call-backs nobody answers, and consultations of which somebody is gone. */
export async function tidyQueue(hub: HubContext): Promise<void> {
  forgetRunOut(hub);
  const at = now(hub);
  const rangBefore = instantText(hub.time.clock().subtract({ seconds: ringsFor }));
  for (const stopped of await hub.store.stopUnanswered({ rangBefore, at })) consultationMoved(hub, stopped);
  for (const shown of hub.board.all()) {
    const reason = await whyOver(hub, shown);
    const ended = reason === undefined ? undefined : await hub.store.step({ id: shown.id, event: { type: 'end', reason }, by: { kind: 'hub' }, at });
    if (ended !== undefined) consultationMoved(hub, ended);
  }
}

async function whyOver(hub: HubContext, { id, at, deskId, officialId }: OnBoard): Promise<EndReason | undefined> {
  const deskAway = hub.presence.absentFor(`desk ${deskId}`);
  if (at === 'waiting') return deskAway > goneAfter.waiting ? 'desk-gone' : undefined;
  if (at === 'promised') return (await isForgotten(hub, id)) ? 'expired' : undefined;
  if (at !== 'active' || officialId === null) return undefined;
  return Math.min(deskAway, hub.presence.absentFor(`official ${officialId}`)) > goneAfter.bothInCall ? 'expired' : undefined;
}

async function isForgotten({ store, time }: HubContext, id: string): Promise<boolean> {
  const state = (await store.consultation(id))?.state;
  return state?.at === 'promised' && state.callBackAt < instantText(time.clock().subtract({ hours: promiseKeptHours }));
}

async function purge(hub: HubContext): Promise<void> {
  const before = (days: number): string => instantText(hub.time.clock().subtract({ hours: days * 24 }));
  const purged = await hub.store.purge({ keptOrNone: before(keptDays.ended), others: before(keptDays.unfetched), at: now(hub) });
  if (purged > 0) hub.log('purged', { consultations: purged });
}
