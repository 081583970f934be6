import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/** Where one stands in a short series of screens; `current` counts from 0. */
export function Stepper({ steps, current }: { steps: readonly string[]; current: number }) {
  const { t } = useTranslation('ui');
  return (
    <ol className="steps no-print" aria-label={t('stepOf', { step: current + 1, of: steps.length })}>
      {steps.map((step, index) => (
        <li key={step} className={index < current ? 'step-done' : undefined} aria-current={index === current ? 'step' : undefined}>
          <span className="step-mark" aria-hidden="true">
            {index < current ? <Icon name="check" /> : index + 1}
          </span>
          {step}
          {index < current && <span className="visually-hidden">{t('stepDone')}</span>}
        </li>
      ))}
    </ol>
  );
}
