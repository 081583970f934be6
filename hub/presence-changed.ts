import { keyInCall, partiesOf } from './board.ts';
import { keyOf } from './connection.ts';
import type { HubParty } from './connection.ts';
import type { HubContext } from './hub-context.ts';

/** Somebody came or went: whoever has to do with them is shown so. */
export function presenceChanged({ board, views }: HubContext, party: HubParty): void {
  const key = keyOf(party);
  for (const call of board.calls()) if (partiesOf(call).some((one) => keyInCall(call, one) === key)) views.touchCall(call);
  if (party.kind === 'official') views.touchOffice(party.officeId);
  if (party.kind !== 'desk') return;
  for (const { deskId, officeId, at } of board.all()) if (deskId === party.deskId && at !== 'active') views.touchOffice(officeId);
}
