import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';

/** The ways to take a session up again: reopen it while that is allowed, or a new one with the same people. */
export function ContinueActions({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('records');
  const [, navigate] = useLocation();
  const reopen = useDeskAction('reopenSession');
  const open = useDeskAction('openSession');
  const add = useDeskAction('addPerson');
  const takeUp = async () => {
    const reply = await reopen.run({ sessionId: session.id });
    if (reply.ok) navigate(paths.session(session.id));
  };
  const startAgain = async () => {
    const reply = await open.run({ privacy: session.privacy });
    if (!reply.ok) return;
    for (const { role, relation, details, residentId } of session.people) {
      await add.run({ sessionId: reply.value.id, person: { role, relation, details, residentId } });
    }
    navigate(paths.session(reply.value.id));
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
          {session.privacy !== 'anonymous' && (
            <Button icon="plus" busy={open.busy || add.busy} onClick={() => void startAgain()}>
              {t('detail.newSession')}
            </Button>
          )}
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
      <RefusalAlert refusal={reopen.refusal ?? open.refusal ?? add.refusal} />
    </div>
  );
}
