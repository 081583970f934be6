import { useSyncExternalStore } from 'react';
import type { CallView } from '../../shared/hub/hub-views.ts';
import { GuestsPanel } from '../call/guests/guests-panel.tsx';
import type { GuestDoor } from '../call/guests/guest-door.ts';
import type { CallMesh } from '../call/mesh/call-mesh.ts';
import { useNames } from '../call/view/use-names.ts';
import { HubRefusalLine } from './consultation-actions.tsx';
import { useHubAction } from './hub-context.tsx';

/** The official's way to bring a third person in; the resident is asked at the desk. */
export function OfficialGuests({ mesh, call }: { mesh: CallMesh; call: CallView }) {
  const { links } = useSyncExternalStore(mesh.subscribe, mesh.snapshot);
  const nameOf = useNames(call.parties, links, { party: mesh.me, name: '' });
  const invite = useHubAction('inviteGuest');
  const remove = useHubAction('removeGuest');
  const { callId } = call;
  const door: GuestDoor = {
    invite: async (role) => {
      const answer = await invite.run({ callId, role });
      return answer.ok ? answer.value : undefined;
    },
    remove: (party) => void remove.run({ callId, party }),
    busy: invite.busy || remove.busy,
  };
  return (
    <>
      <GuestsPanel call={call} door={door} nameOf={nameOf} />
      <HubRefusalLine code={invite.refusal ?? remove.refusal} />
    </>
  );
}
