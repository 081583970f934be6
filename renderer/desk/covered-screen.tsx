import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { coverScreen } from './cover.ts';
import { useConnectionLost, useDeskAction } from './desk-context.tsx';

/** In place of the clerk's screens while the desk cannot lock itself; once it answers it is locked, and the door shows. */
export function CoveredScreen() {
  const { t } = useTranslation('desk');
  const lost = useConnectionLost();
  const { run: signOut } = useDeskAction('signOut');
  useEffect(() => {
    if (lost) return;
    void signOut({}).then((reply) => coverScreen(!reply.ok && reply.code === 'connection-lost'));
  }, [lost, signOut]);
  return (
    <Page title={t('covered.title')} narrow>
      <p>{t('covered.text')}</p>
    </Page>
  );
}
