import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { formatInstant } from '../ui/dates.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Page } from '../ui/page.tsx';
import { useWho } from './session-words.ts';

/** A session that waits: put aside, interrupted, or open in another clerk's hands. */
export function ResumeScreen({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('session');
  const who = useWho();
  const [, navigate] = useLocation();
  const resume = useDeskAction('resumeSession');
  const goOn = async () => {
    const reply = await resume.run({ sessionId: session.id });
    if (reply.ok) navigate(paths.session(session.id), { replace: true });
  };
  const why = session.state === 'open' ? t('resume.otherClerk', { clerk: session.clerkName }) : t(`resume.${session.state}`);
  return (
    <Page title={who(session)} windowTitle={t('number', { number: session.number })} lead={why} narrow>
      <DefinitionList
        pairs={[
          [t('resume.session'), session.number],
          [t('resume.clerk'), session.clerkName],
          [t('resume.lastActivity'), formatInstant(session.lastActivityAt)],
          [t('resume.procedures'), session.procedures.join(', ')],
          [t('resume.step'), session.step],
        ]}
      />
      <RefusalAlert refusal={resume.refusal} />
      <Actions left={<ButtonLink to={paths.home}>{t('resume.later')}</ButtonLink>}>
        <Button kind="primary" icon="arrowRight" busy={resume.busy} onClick={() => void goOn()}>
          {t('resume.goOn')}
        </Button>
      </Actions>
    </Page>
  );
}
