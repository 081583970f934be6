import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/desk/refusal.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Page } from '../ui/page.tsx';

/** The desk did not answer at all since the window opened; it is asked again by itself. */
export function OutOfReachScreen({ refusal, retry }: { refusal: Refusal; retry: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Page title={t('outOfReach')} narrow>
      <ErrorState refusal={refusal} retry={retry} />
    </Page>
  );
}
