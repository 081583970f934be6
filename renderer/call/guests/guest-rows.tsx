import { useTranslation } from 'react-i18next';
import type { GuestRole } from '../../../shared/hub/closed-lists.ts';
import type { Invited } from '../../../shared/hub/hub-views.ts';
import type { GuestParty } from '../../../shared/hub/hub-shapes.ts';
import { Button } from '../../ui/button.tsx';
import { formatTime } from '../../ui/dates.ts';
import { CopyField } from './copy-field.tsx';
import type { GuestDoor, MadeHere } from './guest-door.ts';

interface GuestRowsProps {
  present: readonly { readonly party: GuestParty; readonly role: GuestRole }[];
  invited: readonly Invited[];
  /** Links made on this page: the hub shows each once. */
  shown: readonly MadeHere[];
  door: GuestDoor;
  nameOf: (party: GuestParty) => string;
}

/** Each guest and each invitation, with the way to take them back. */
export function GuestRows({ present, invited, shown, door, nameOf }: GuestRowsProps) {
  const { t } = useTranslation('call');
  if (present.length + invited.length === 0) return null;
  const remove = (party: GuestParty) => door.remove(party);
  return (
    <ul className="guest-rows">
      {present.map(({ party }) => (
        <li key={party}>
          <span>{nameOf(party)}</span>
          <Button busy={door.busy} label={t('guests.removeOne', { name: nameOf(party) })} onClick={() => remove(party)}>
            {t('guests.remove')}
          </Button>
        </li>
      ))}
      {invited.map((one) => (
        <InvitedRow key={one.party} invited={one} shown={shown.find(({ party, until }) => party === one.party && until === one.until)} busy={door.busy} revoke={() => remove(one.party)} />
      ))}
    </ul>
  );
}

function InvitedRow({ invited: { role, until }, shown, busy, revoke }: { invited: Invited; shown: MadeHere | undefined; busy: boolean; revoke: () => void }) {
  const { t } = useTranslation(['call', 'hub']);
  const who = shown && shown.label !== '' ? `${t(`hub:guest.${role}`)}, ${shown.label}` : t(`hub:guest.${role}`);
  return (
    <li>
      <div className="guest-invited">
        <p>
          <strong>{t('call:guests.invited', { who })}</strong> {t('call:guests.until', { time: formatTime(until) })}
        </p>
        {shown ? <CopyField label={t('call:guests.link', { who })} hint={t('call:guests.send')} text={shown.link} /> : <p>{t('call:guests.linkElsewhere')}</p>}
      </div>
      <Button busy={busy} label={t('call:guests.revokeOne', { who })} onClick={revoke}>
        {t('call:guests.revoke')}
      </Button>
    </li>
  );
}
