import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HomeView } from '../../shared/desk/desk-view.ts';
import { paths } from '../desk/paths.ts';
import { useRecordsState } from '../trouble/records-state.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon.tsx';

/** The day's count, and hub, catalogue and copies in words: never a colour alone. */
export function DeskStatus({ home }: { home: HomeView }) {
  const { t } = useTranslation('home');
  const state = useRecordsState();
  const { procedures, reviewDue, setAside } = home.catalogue;
  return (
    <aside className="status" aria-label={t('status.title')}>
      <h2>{t('status.today')}</h2>
      <dl className="counts">
        <div>
          <dt>{t('status.opened', { count: home.today.opened })}</dt>
          <dd>{home.today.opened}</dd>
        </div>
        <div>
          <dt>{t('status.closed', { count: home.today.closed })}</dt>
          <dd>{home.today.closed}</dd>
        </div>
      </dl>
      <h2>{t('status.desk')}</h2>
      <ul>
        <StatusLine icon={home.hub === 'reachable' ? 'checkCircle' : home.hub === 'none' ? 'minus' : 'warning'}>{t(`status.hub.${home.hub}`)}</StatusLine>
        <StatusLine icon={procedures === 0 ? 'warning' : 'checkCircle'}>{t('status.procedures', { count: procedures })}</StatusLine>
        {reviewDue > 0 && <StatusLine icon="clock">{t('status.reviewDue', { count: reviewDue })}</StatusLine>}
        <StatusLine icon="copy">{state.copy}</StatusLine>
        {setAside > 0 && <StatusLine icon="warning">{t('status.setAside', { count: setAside })}</StatusLine>}
      </ul>
      <ButtonLink to={paths.network} kind="quiet" icon="refresh">
        {t('status.tryNetwork')}
      </ButtonLink>
    </aside>
  );
}

function StatusLine({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}
