import { useTranslation } from 'react-i18next';
import type { HomeView } from '../../shared/desk/desk-view.ts';
import { useDescription, useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Alert } from '../ui/alert.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { formatDay } from '../ui/dates.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { RecordsTroubles } from '../trouble/records-state.tsx';
import { DeskStatus } from './desk-status.tsx';
import { FollowUpsDue } from './follow-ups-due.tsx';
import { StartSession } from './start-session.tsx';
import { UnfinishedSessions } from './unfinished-sessions.tsx';
import { UnprintedSheet } from './unprinted-sheet.tsx';

/** What a clerk sees first: receive somebody, go on with what was left, what falls due, and how the desk is. */
export default function HomeScreen() {
  // All that its parts use, so that they come at once.
  const { t } = useTranslation(['home', 'session', 'records']);
  const { signedIn, today, recoveryUnconfirmed } = useDescription();
  const home = useDeskQuery('readHome', {});
  return (
    <Page title={t('greeting', { name: signedIn?.displayName ?? '' })} aside={<p className="heading-note heading-day">{formatDay(today, 'long')}</p>}>
      {recoveryUnconfirmed && signedIn?.role === 'supervisor' && <RecoveryReminder />}
      <StartSession />
      <RecordsTroubles />
      <Loaded query={home}>{(value) => <HomeParts home={value} />}</Loaded>
    </Page>
  );
}

function HomeParts({ home }: { home: HomeView }) {
  return (
    <div className="home-parts">
      <div>
        {home.unprinted && <UnprintedSheet session={home.unprinted} />}
        <UnfinishedSessions sessions={home.unfinished} />
        <FollowUpsDue followUps={home.followUpsDue} />
      </div>
      <DeskStatus home={home} />
    </div>
  );
}

function RecoveryReminder() {
  const { t } = useTranslation('home');
  return (
    <Alert kind="warning" title={t('recovery.title')}>
      <p>{t('recovery.text')}</p>
      <ButtonLink to={paths.recoveryCode}>{t('recovery.do')}</ButtonLink>
    </Alert>
  );
}
