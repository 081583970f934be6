import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestRole } from '../../shared/hub/closed-lists.ts';
import type { GuestParty } from '../../shared/hub/hub-shapes.ts';
import { GuestsPanel } from '../call/guests/guests-panel.tsx';
import type { GuestDoor } from '../call/guests/guest-door.ts';
import { useNames } from '../call/view/use-names.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { ReadAloudBox } from '../ui/read-aloud-box.tsx';
import type { DeskCall } from './desk-call.tsx';

/** The desk's way to bring a third person in: the resident is asked first, also for whom the official has invited. */
export function DeskGuests({ call: { call, consultation, mesh } }: { call: DeskCall }) {
  const { t } = useTranslation(['consultation', 'hub']);
  const { links, admitted } = useSyncExternalStore(mesh.subscribe, mesh.snapshot);
  const nameOf = useNames(call.parties, links, { party: 'desk', name: '' });
  const note = useDeskAction('noteCall');
  const invite = useDeskAction('inviteGuest');
  const remove = useDeskAction('removeGuest');
  const { callId } = call;
  const consent = async () => (await note.run({ consultationId: consultation.id, note: { kind: 'consent', to: 'guest' } })).ok;
  const asks = (role: GuestRole) => t('consultation:guest.say', { who: t(`consultation:guest.who.${role}`) });
  const admit = async (party: GuestParty) => {
    if (await consent()) mesh.admit(party);
  };
  const door: GuestDoor = {
    invite: async (role) => {
      if (!(await consent())) return undefined;
      const reply = await invite.run({ callId, role });
      if (!reply.ok) return undefined;
      mesh.admit(reply.value.party);
      return reply.value;
    },
    remove: (party) => void remove.run({ callId, party }),
    busy: note.busy || invite.busy || remove.busy,
  };
  return (
    <>
      {toAsk(call, admitted).map(({ party, role }) => (
        <div key={party} className="guest-asks">
          <ReadAloudBox>{asks(role)}</ReadAloudBox>
          <div className="consultation-buttons">
            <Button busy={door.busy} onClick={() => door.remove(party)}>
              {t('consultation:guest.refused')}
            </Button>
            <Button kind="primary" busy={door.busy} onClick={() => void admit(party)}>
              {t('consultation:guest.agreed')}
            </Button>
          </div>
        </div>
      ))}
      <GuestsPanel call={call} door={door} nameOf={nameOf} asks={asks} />
      <RefusalAlert refusal={note.refusal ?? invite.refusal ?? remove.refusal} />
    </>
  );
}

/** Guests the official has invited, there or not yet, whom the resident was not asked about. */
function toAsk({ parties, invited }: DeskCall['call'], admitted: readonly string[]): readonly { readonly party: GuestParty; readonly role: GuestRole }[] {
  const present = parties.flatMap(({ party, role }) => (party === 'desk' || party === 'official' || role === 'desk' || role === 'official' ? [] : [{ party, role }]));
  return [...present, ...invited].filter(({ party }) => !admitted.includes(party));
}
