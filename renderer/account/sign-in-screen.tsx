import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescription } from '../desk/desk-context.tsx';
import { TextSizeChoice } from '../desk/text-size-choice.tsx';
import { ClockWarning } from '../trouble/clock-warning.tsx';
import { Alert } from '../ui/alert.tsx';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { RecoverAccess } from './recover-access.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The door: who, with which passphrase; the way to training, and the way in when the passphrase is lost. */
export function SignInScreen() {
  const { t } = useTranslation('account');
  const { comune } = useDescription();
  const [lost, setLost] = useState(false);
  return (
    <div className="door">
      <DoorSide />
      <div className="door-main">
        <Page title={t(lost ? 'recover.title' : 'signIn.title')} lead={comune && t('signIn.lead', { comune: comune.name })} narrow>
          <ClockWarning />
          <TrainingPassphrase />
          {lost ? <RecoverAccess onBack={() => setLost(false)} /> : <SignInForm onLostPassphrase={() => setLost(true)} />}
        </Page>
      </div>
    </div>
  );
}

/** In training there is nothing to protect: the door says how to open it. */
function TrainingPassphrase() {
  const { t } = useTranslation('account');
  const { trainingPassphrase } = useDescription();
  if (trainingPassphrase === undefined) return null;
  return (
    <Alert kind="info" title={t('trainingPassphrase')}>
      <strong>{trainingPassphrase}</strong>
    </Alert>
  );
}

/** Another page, not a screen of this one: each desk has its own socket. */
function OtherDesk({ training }: { training: boolean }) {
  const { t } = useTranslation('account');
  return (
    <a href={training ? '../' : 'formazione/'} className="door-link">
      <Icon name={training ? 'arrowLeft' : 'flag'} /> {t(training ? 'fromTraining' : 'toTraining')}
    </a>
  );
}

function DoorSide() {
  const { t } = useTranslation(['account', 'desk']);
  const { mode, kind, hasOtherDesk } = useDescription();
  const training = mode === 'training';
  return (
    <div className="door-side">
      <div>
        <p className="door-name">
          <Icon name="pa" large />
          <span>{t('desk:product')}</span>
        </p>
        {kind && <p>{t(`desk:kind.${kind}`)}</p>}
      </div>
      <div>
        <p>{hasOtherDesk ? <OtherDesk training={training} /> : t('trainingAlone')}</p>
        <TextSizeChoice />
      </div>
    </div>
  );
}
