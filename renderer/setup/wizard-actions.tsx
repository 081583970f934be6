import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../ui/button.tsx';

/** The foot of a set-up step: back on the left, the way on (`children`, or "Avanti") on the right. */
export function WizardActions({ onBack, children }: { onBack?: () => void; children?: ReactNode }) {
  const { t } = useTranslation('setup');
  const back = onBack && (
    <Button kind="quiet" icon="arrowLeft" onClick={onBack}>
      {t('back')}
    </Button>
  );
  return (
    <Actions left={back}>
      {children ?? (
        <Button kind="primary" submit>
          {t('next')}
        </Button>
      )}
    </Actions>
  );
}
