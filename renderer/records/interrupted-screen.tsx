import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction, useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { InterruptedSession } from './interrupted-session.tsx';
import '../session/session.scss';

/** What a dead process left open: each session can go on or be closed as it is. */
export default function InterruptedScreen() {
  const query = useDeskQuery('listInterrupted', {});
  return <Loaded wholePage query={query}>{(sessions) => (sessions.length === 0 ? <NothingInterrupted /> : <Interrupted sessions={sessions} />)}</Loaded>;
}

function NothingInterrupted() {
  const { t } = useTranslation('records');
  const goHome = (
    <ButtonLink to={paths.home} kind="primary">
      {t('interrupted.home')}
    </ButtonLink>
  );
  return (
    <Page title={t('interrupted.title')} narrow>
      <EmptyState action={goHome}>{t('interrupted.none')}</EmptyState>
    </Page>
  );
}

function Interrupted({ sessions }: { sessions: readonly SessionDetail[] }) {
  const { t } = useTranslation('records');
  const [, navigate] = useLocation();
  const resume = useDeskAction('resumeSession');
  const close = useDeskAction('closeInterrupted');
  const [closing, setClosing] = useState<SessionDetail>();
  const goOn = async (session: SessionDetail) => {
    const reply = await resume.run({ sessionId: session.id });
    if (reply.ok) navigate(paths.session(session.id));
  };
  const closeIt = async (sessionId: string) => {
    const reply = await close.run({ sessionId });
    if (reply.ok) setClosing(undefined);
  };
  return (
    <Page title={t('interrupted.title')} lead={t('interrupted.lead', { count: sessions.length })}>
      <RefusalAlert refusal={resume.refusal} />
      <ul className="interrupted">
        {sessions.map((session) => (
          <InterruptedSession key={session.id} session={session} busy={resume.busy} onGoOn={() => void goOn(session)} onClose={() => setClosing(session)} />
        ))}
      </ul>
      <Actions>
        <ButtonLink to={paths.home}>{t('interrupted.later')}</ButtonLink>
      </Actions>
      {closing && (
        <Dialog
          question={t('interrupted.askClose', { number: closing.number })}
          onClose={() => setClosing(undefined)}
          answers={
            <>
              <Button onClick={() => setClosing(undefined)}>{t('interrupted.keep')}</Button>
              <Button kind="primary" busy={close.busy} onClick={() => void closeIt(closing.id)}>
                {t('interrupted.close')}
              </Button>
            </>
          }
        >
          <p>{t('interrupted.askCloseText')}</p>
          <RefusalAlert refusal={close.refusal} />
        </Dialog>
      )}
    </Page>
  );
}
