import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestRole } from '../../../shared/hub/closed-lists.ts';
import type { CallView } from '../../../shared/hub/hub-views.ts';
import type { GuestParty } from '../../../shared/hub/hub-shapes.ts';
import { Button } from '../../ui/button.tsx';
import type { GuestDoor, MadeHere } from './guest-door.ts';
import { GuestRows } from './guest-rows.tsx';
import { InviteForm } from './invite-form.tsx';

interface GuestsPanelProps {
  call: CallView;
  door: GuestDoor;
  nameOf: (party: GuestParty) => string;
  /** What is read to the resident before somebody is invited; left out where the resident is not. */
  asks?: (role: GuestRole) => string;
}

/** An invitation that ran out gives its place up, by the hub's clock: the hub says when there is no room. */
const guestsAtMost = 2;

/** Who was invited to the call and who came, and the way to invite one more. */
export function GuestsPanel({ call: { parties, invited }, door, nameOf, asks }: GuestsPanelProps) {
  const { t } = useTranslation('call');
  const [inviting, setInviting] = useState(false);
  const [shown, setShown] = useState<readonly MadeHere[]>([]);
  const present = parties.flatMap(({ party, role }) => (party === 'desk' || party === 'official' || role === 'desk' || role === 'official' ? [] : [{ party, role }]));
  const invite = async (role: GuestRole, label: string) => {
    const invitation = await door.invite(role);
    if (invitation === undefined) return;
    setShown([...shown.filter(({ party }) => party !== invitation.party), { ...invitation, label }]);
    setInviting(false);
  };
  return (
    <section className="guests" aria-label={t('guests.title')}>
      <GuestRows present={present} invited={invited} shown={shown} door={door} nameOf={nameOf} />
      {inviting ? (
        <InviteForm invite={invite} busy={door.busy} cancel={() => setInviting(false)} {...(asks && { asks })} />
      ) : (
        present.length < guestsAtMost && (
          <Button kind="quiet" icon="user" onClick={() => setInviting(true)}>
            {t('guests.invite')}
          </Button>
        )
      )}
    </section>
  );
}
