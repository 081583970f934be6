import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';

/** The ways to take a session up again: reopen it while that is allowed, or go on in a new one. */
export function ContinueActions({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('records');
  const [, navigate] = useLocation();
  const reopen = useDeskAction('reopenSession');
  const goOn = useDeskAction('continueSession');
  const takeUp = async () => {
    const reply = await reopen.run({ sessionId: session.id });
    if (reply.ok) navigate(paths.session(session.id));
  };
  const startAgain = async () => {
    const reply = await goOn.run({ sessionId: session.id });
    if (reply.ok) navigate(paths.session(reply.value.id));
  };
  return (
    <div className="continue-actions">
      {session.state === 'closed' ? (
        <>
          {session.privacy !== 'confidential' && (
            <ButtonLink to={paths.takeHome(session.id)} kind="quiet" icon="print">
              {t('detail.sheet')}
            </ButtonLink>
          )}
          <Button icon="plus" busy={goOn.busy} onClick={() => void startAgain()}>
            {t('detail.continue')}
          </Button>
          {session.reopenDaysLeft > 0 && (
            <Button kind="primary" icon="restore" busy={reopen.busy} onClick={() => void takeUp()}>
              {t('detail.reopen')}
            </Button>
          )}
        </>
      ) : (
        <ButtonLink to={paths.session(session.id)} kind="primary" icon="arrowRight">
          {t('detail.goOn')}
        </ButtonLink>
      )}
      {session.reopenDaysLeft > 0 && <p className="side-note">{t('detail.reopenLeft', { count: session.reopenDaysLeft })}</p>}
      <RefusalAlert refusal={reopen.refusal ?? goOn.refusal} />
    </div>
  );
}
