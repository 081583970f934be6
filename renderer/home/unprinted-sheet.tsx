import { useTranslation } from 'react-i18next';
import type { SessionSummary } from '../../shared/session/session-view.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Alert } from '../ui/alert.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { formatRecent } from '../ui/dates.ts';

/** The desk went down between the closing of a session and its sheet: the resident may still be waiting for it. */
export function UnprintedSheet({ session }: { session: SessionSummary }) {
  const { t } = useTranslation('home');
  const { today } = useDescription();
  return (
    <Alert kind="warning" title={t('unprinted.title')}>
      <p>{t('unprinted.text', { number: session.number, at: formatRecent(session.closedAt ?? session.lastActivityAt, today) })}</p>
      <ButtonLink to={paths.takeHome(session.id)} icon="print">
        {t('unprinted.open')}
      </ButtonLink>
    </Alert>
  );
}
