import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/desk/refusal.ts';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';

/** What could not be shown, why, and the way to try again. */
export function ErrorState({ refusal, retry }: { refusal: Refusal; retry?: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <Alert kind="danger" announced title={t('cannotShow')}>
      <p>{refusal.sentence}</p>
      {retry && (
        <Button icon="refresh" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  );
}

/** Why an action was refused, beside the button that asked for it; nothing while there is no refusal. */
export function RefusalAlert({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <div role="alert">
      {refusal && (
        <Alert kind="danger">
          <p>{refusal.sentence}</p>
        </Alert>
      )}
    </div>
  );
}
