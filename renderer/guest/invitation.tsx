import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestName } from '../../shared/call/control-message.ts';
import type { GuestRole } from '../../shared/hub/closed-lists.ts';
import type { CallView, Presence } from '../../shared/hub/hub-views.ts';
import { personalDataIn } from '../../shared/hub/personal-data-guard.ts';
import { DeviceCheck } from '../call/devices/device-check.tsx';
import type { LocalMedia } from '../call/devices/local-media.ts';
import { Actions, Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';

interface InvitationProps {
  call: CallView;
  role: GuestRole;
  media: LocalMedia;
  join: (name: string) => void;
}

/** Who invites, and as what; then the name the others see, and the devices. Nothing of it is kept. */
export function Invitation({ call, role, media, join }: InvitationProps) {
  const { t } = useTranslation('guest');
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  useEffect(() => void media.open(), [media]);
  const nameOf = (party: Presence['party']) => call.parties.find((one) => one.party === party)?.name ?? '';
  const send = () => {
    const given = name.trim();
    if (given === '') setError(t('invitation.nameMissing'));
    else if (personalDataIn(given) !== undefined) setError(t('invitation.nameHasData'));
    else join(given);
  };
  return (
    <Page title={t('invitation.title')} lead={t('invitation.between', { desk: nameOf('desk'), official: nameOf('official') })}>
      <p>
        <strong>{t('invitation.role', { role: t(`role.${role}`) })}</strong> {t('invitation.recorded')}
      </p>
      <Form onSubmit={send} errors={{ name: error }}>
        <TextField label={t('invitation.name')} hint={t('invitation.nameHint')} value={name} error={error} onChange={setName} width="short" input={{ maxLength: longestName }} />
        <Section title={t('invitation.devices')}>
          <p>{t('invitation.devicesHint')}</p>
          <DeviceCheck media={media} />
        </Section>
        <Actions>
          <Button submit kind="primary" icon="video">
            {t('invitation.join')}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
