import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';

/** The two ways out of a session: put it aside, or close it. */
export function SessionActions({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('session');
  const [, navigate] = useLocation();
  const suspend = useDeskAction('suspendSession');
  const putAside = async () => {
    const reply = await suspend.run({ sessionId: session.id });
    if (reply.ok) navigate(paths.home);
  };
  return (
    <div className="workspace-actions">
      <Button kind="quiet" busy={suspend.busy} onClick={() => void putAside()}>
        {t('workspace.suspend')}
      </Button>
      <ButtonLink to={paths.closing(session.id)} icon="check">
        {t('workspace.close')}
      </ButtonLink>
      <RefusalAlert refusal={suspend.refusal} />
    </div>
  );
}
