import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { takeHome } from '../../shared/session/take-home.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDescription, useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, ButtonLink } from '../ui/button.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { TakeHomeSheet } from './take-home-sheet.tsx';
import './take-home.css';

/** The page the resident takes home: seen here as it will be printed. */
export default function TakeHomeScreen() {
  const { session: sessionId } = useParams<{ session: string }>();
  const session = useDeskQuery('readSession', { sessionId });
  const settings = useDeskQuery('readSettings', {});
  return (
    <Loaded wholePage query={session}>
      {(detail) => <Loaded wholePage query={settings}>{({ deskContact }) => <TakeHomePage session={detail} deskContact={deskContact} />}</Loaded>}
    </Loaded>
  );
}

function TakeHomePage({ session, deskContact }: { session: SessionDetail; deskContact: string }) {
  const { t } = useTranslation('take-home');
  const { today } = useDescription();
  const sheet = takeHome(session, today);
  if (!sheet) return <NothingToPrint />;
  const back = { to: session.state === 'closed' ? paths.archived(session.id) : paths.session(session.id), text: t('screen.back') };
  return (
    <Page title={t('screen.title')} aside={<PrintSheet session={session} />} back={back}>
      <TakeHomeSheet sheet={sheet} deskContact={deskContact} />
    </Page>
  );
}

/** A confidential session: nothing on paper, and why. */
function NothingToPrint() {
  const { t } = useTranslation('take-home');
  return (
    <Page title={t('screen.confidentialTitle')} narrow>
      <Alert kind="warning">{t('screen.confidential')}</Alert>
      <Actions>
        <ButtonLink to={paths.home} kind="primary">
          {t('screen.home')}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
