import { consultationMoved, now } from './hub-context.ts';
import type { HubContext } from './hub-context.ts';
import { readGuests } from './call-methods.ts';
import type { StoredConsultation } from './store/hub-store.ts';

/** Puts every unfinished consultation on the board, and who was let into its call: at the start, before the first connection. */
export async function readBoard(hub: HubContext): Promise<void> {
  for (const consultation of await hub.store.unfinished()) {
    hub.board.note(consultation);
    if (consultation.state.at === 'active') await readGuests(hub, consultation.state.callId);
  }
}

/** The store was changed from outside (offices, revocations): the hub acts on what it finds. */
export async function refresh(hub: HubContext): Promise<void> {
  hub.views.touchEverything();
  await endUnwelcome(hub);
  await compareBoard(hub);
}

/** Desks that were barred, and officials whose session is over. */
async function endUnwelcome({ store, presence, time, log }: HubContext): Promise<void> {
  const barred = new Set((await store.desks()).filter(({ revoked }) => revoked).map(({ id }) => id));
  for (const connection of presence.all()) {
    const { party } = connection;
    if (party.kind === 'desk' && barred.has(party.deskId)) {
      log('desk-revoked', { desk: party.deskId });
      connection.dismiss('desk-revoked');
    }
    if (party.kind === 'official' && (await store.sessionOf({ hash: party.session, at: now({ time }) })) === undefined) connection.dismiss('session-expired');
  }
}

async function compareBoard(hub: HubContext): Promise<void> {
  const unfinished = await hub.store.unfinished();
  const ids = new Set(unfinished.map(({ id }) => id));
  const ended = await Promise.all(hub.board.all().flatMap(({ id }) => (ids.has(id) ? [] : [hub.store.consultation(id)])));
  const moved = [...unfinished.filter((one) => standsElsewhere(hub, one)), ...ended.flatMap((one) => one ?? [])];
  for (const consultation of moved) consultationMoved(hub, consultation);
}

function standsElsewhere({ board }: HubContext, { id, state, officeId }: StoredConsultation): boolean {
  const shown = board.get(id);
  return shown === undefined || shown.at !== state.at || shown.officeId !== officeId;
}
