import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupDraft } from '../../shared/settings/settings.ts';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { Page } from '../ui/page.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { CheckStep } from './check-step.tsx';
import { ComuneStep } from './comune-step.tsx';
import { KindStep } from './kind-step.tsx';
import { SupervisorStep } from './supervisor-step.tsx';

/**
 * First start: comune, kind of desk, first supervisor, a last look. Each step is kept by the desk when it is left, so
 * that set-up can be taken up again; the passphrase alone is only in this window.
 */
export default function SetupWizard({ onMade }: { onMade: (recoveryCode: string) => void }) {
  const { t } = useTranslation('setup');
  const { setup } = useDescription();
  const [draft, setDraft] = useState<SetupDraft>(setup ?? { comune: {}, step: 0 });
  const [passphrase, setPassphrase] = useState('');
  const save = useDeskAction('saveSetupDraft');
  const goTo = (step: number, changes: Partial<SetupDraft> = {}) => {
    const next = { ...draft, ...changes, step };
    setDraft(next);
    void save.run(next);
  };
  const back = () => goTo(draft.step - 1);
  // The last look needs the passphrase, which does not survive a closed window.
  const step = draft.step === 3 && passphrase === '' ? 2 : draft.step;
  const steps = [t('steps.comune'), t('steps.kind'), t('steps.supervisor'), t('steps.check')];
  return (
    <Page title={t(`titles.${stepKeys[step] ?? 'comune'}`)} lead={step === 0 && t('welcome')} narrow>
      <Stepper steps={steps} current={step} />
      {step === 0 && <ComuneStep comune={draft.comune} refusal={save.refusal} onNext={(comune) => goTo(1, { comune })} />}
      {step === 1 && <KindStep kind={draft.kind} onBack={back} onNext={(kind) => goTo(2, { kind })} />}
      {step === 2 && (
        <SupervisorStep
          name={draft.supervisorName ?? ''}
          onBack={() => goTo(1)}
          onNext={(supervisorName, text) => {
            setPassphrase(text);
            goTo(3, { supervisorName });
          }}
        />
      )}
      {step === 3 && <CheckStep draft={draft} passphrase={passphrase} onBack={goTo} onMade={onMade} />}
    </Page>
  );
}

const stepKeys = ['comune', 'kind', 'supervisor', 'check'] as const;
