import { useTranslation } from 'react-i18next';
import { isProvinceCode, provinces } from '../../shared/settings/provinces.ts';
import { comuneSchema } from '../../shared/settings/settings.ts';
import type { SetupDraft } from '../../shared/settings/settings.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { WizardActions } from './wizard-actions.tsx';

interface CheckStepProps {
  draft: SetupDraft;
  passphrase: string;
  onBack: (step: number) => void;
  onMade: (recoveryCode: string) => void;
}

/** A last look, each line with its way back; then the desk is made. */
export function CheckStep({ draft, passphrase, onBack, onMade }: CheckStepProps) {
  const { t } = useTranslation('setup');
  const complete = useDeskAction('completeSetup');
  const { comune, kind, supervisorName = '' } = draft;
  const finish = async () => {
    const whole = comuneSchema.safeParse(comune);
    if (!whole.success) return onBack(0);
    if (!kind) return onBack(1);
    const reply = await complete.run({ comune: whole.data, kind, supervisorName, passphrase });
    if (reply.ok) onMade(reply.value.recoveryCode);
  };
  const province = comune.province && isProvinceCode(comune.province) ? provinces[comune.province] : '';
  const lines = [
    { step: 0, name: t('steps.comune'), value: t('check.comune', { name: comune.name, province, code: comune.code }) },
    { step: 1, name: t('steps.kind'), value: kind && t(`kinds.${kind}.title`) },
    { step: 2, name: t('steps.supervisor'), value: supervisorName },
  ];
  return (
    <>
      <Rows label={t('titles.check')}>
        {lines.map(({ step, name, value }) => (
          <Row key={step} title={value} note={name}>
            <Button kind="quiet" icon="pencil" onClick={() => onBack(step)} label={t('check.correctWhat', { what: name })}>
              {t('check.correct')}
            </Button>
          </Row>
        ))}
      </Rows>
      <p className="mt-4">{t('check.next')}</p>
      <RefusalAlert refusal={complete.refusal} />
      <WizardActions onBack={() => onBack(2)}>
        <Button kind="primary" busy={complete.busy} onClick={() => void finish()}>
          {t(complete.busy ? 'check.making' : 'check.make')}
        </Button>
      </WizardActions>
    </>
  );
}
