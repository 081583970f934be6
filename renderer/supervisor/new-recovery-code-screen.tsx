import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import RecoveryCodeScreen from '../setup/recovery-code-screen.tsx';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { useToast } from '../ui/toast.tsx';
import { SupervisorPage } from './supervisor-page.tsx';

/** A new recovery code in the old one's place; then it is shown, printed and confirmed as at set-up. */
export default function NewRecoveryCodeScreen() {
  const { t } = useTranslation('supervisor');
  const announce = useToast();
  const [, navigate] = useLocation();
  const [code, setCode] = useState<string>();
  const renew = useDeskAction('renewRecoveryCode');
  const make = async () => {
    const reply = await renew.run({});
    if (reply.ok) setCode(reply.value.recoveryCode);
  };
  const noted = () => {
    announce(t('recovery.done'));
    navigate(paths.home);
  };
  if (code !== undefined) return <RecoveryCodeScreen code={code} onNoted={noted} />;
  return (
    <SupervisorPage title={t('places.recovery.title')} narrow>
      <Alert kind="warning">
        <p>{t('recovery.text')}</p>
      </Alert>
      <RefusalAlert refusal={renew.refusal} />
      <Actions left={<ButtonLink to={paths.supervisor}>{t('cancel')}</ButtonLink>}>
        <Button kind="primary" icon="key" busy={renew.busy} onClick={() => void make()}>
          {t('recovery.make')}
        </Button>
      </Actions>
    </SupervisorPage>
  );
}
