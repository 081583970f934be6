import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guestRoles } from '../../../shared/hub/closed-lists.ts';
import type { GuestRole } from '../../../shared/hub/closed-lists.ts';
import { Actions, Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { ReadAloudBox } from '../../ui/read-aloud-box.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ToggleButtons } from '../../ui/toggle-buttons.tsx';

interface InviteFormProps {
  invite: (role: GuestRole, label: string) => Promise<void>;
  cancel: () => void;
  busy: boolean;
  asks?: (role: GuestRole) => string;
}

/** As what somebody comes, and whom the link is meant for; at the desk the resident is asked before the link is made. */
export function InviteForm({ invite, cancel, busy, asks }: InviteFormProps) {
  const { t } = useTranslation(['call', 'hub']);
  const [role, setRole] = useState<GuestRole>();
  const [label, setLabel] = useState('');
  const [error, setError] = useState<string>();
  const send = () => {
    if (role === undefined) setError(t('call:guests.roleMissing'));
    else void invite(role, label.trim());
  };
  return (
    <Form onSubmit={send} errors={{ role: error }}>
      <ToggleButtons label={t('call:guests.role')} value={role} error={error} onChange={setRole} options={guestRoles.map((value) => ({ value, text: t(`hub:guest.${value}`) }))} />
      <TextField label={t('call:guests.label')} hint={t('call:guests.labelHint')} value={label} onChange={setLabel} input={{ maxLength: 60 }} />
      {asks ? role !== undefined && <ReadAloudBox>{asks(role)}</ReadAloudBox> : <p>{t('call:guests.deskAsks')}</p>}
      <Actions
        left={
          <Button kind="quiet" onClick={cancel}>
            {t('call:guests.cancel')}
          </Button>
        }
      >
        <Button submit kind="primary" busy={busy}>
          {t(asks ? 'call:guests.agreed' : 'call:guests.make')}
        </Button>
      </Actions>
    </Form>
  );
}
