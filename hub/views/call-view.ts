import type { CallView, Presence as PresenceView } from '../../shared/hub/hub-views.ts';
import { keyInCall } from '../board.ts';
import type { Board } from '../board.ts';
import type { Presence } from '../presence.ts';
import type { StoredConsultation } from '../store/hub-store.ts';

/** What the views of everybody in a call say of it; `null` when there is none. */
export function callView({ board, presence }: { readonly board: Board; readonly presence: Presence }, consultation: StoredConsultation): CallView | null {
  const { state } = consultation;
  const call = state.at === 'active' ? board.call(state.callId) : undefined;
  if (call === undefined) return null;
  const connected = (party: PresenceView['party']): boolean => presence.isPresent(keyInCall(call, party));
  const all = [...call.guests.values()];
  const guests = all.filter(({ entered }) => entered);
  return {
    callId: call.callId,
    medium: consultation.medium,
    deskSealingKey: consultation.deskSealingKey,
    invited: all.filter(({ entered }) => !entered).map(({ party, role, expiresAt }) => ({ party, role, until: expiresAt })),
    parties: [
      { party: 'desk', name: consultation.deskName, role: 'desk', connected: connected('desk') },
      { party: 'official', name: consultation.officialName ?? '', role: 'official', connected: connected('official') },
      ...guests.map(({ party, role }) => ({ party, name: '', role, connected: connected(party) })),
    ],
  };
}
