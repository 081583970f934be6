import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SessionSummary } from '../../shared/session/session-view.ts';
import { useWho } from '../session/session-words.ts';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { formatRecent } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';

const badges = { open: 'strong', suspended: 'plain', interrupted: 'warning', closed: 'plain' } as const;

/** Sessions left open, put aside or interrupted: who, since when, at which step, and the way back in. */
export function UnfinishedSessions({ sessions }: { sessions: readonly SessionSummary[] }) {
  const { t } = useTranslation(['home', 'session']);
  const [, navigate] = useLocation();
  const { signedIn } = useDescription();
  const resume = useDeskAction('resumeSession');
  const goOn = async (session: SessionSummary) => {
    const mine = session.state === 'open' && session.clerkName === signedIn?.displayName;
    const reply = mine ? { ok: true } : await resume.run({ sessionId: session.id });
    if (reply.ok) navigate(paths.session(session.id));
  };
  return (
    <Section title={t('unfinished.title', { count: sessions.length })}>
      <RefusalAlert refusal={resume.refusal} />
      {sessions.length === 0 ? (
        <EmptyState>{t('unfinished.none')}</EmptyState>
      ) : (
        <Rows label={t('unfinished.title', { count: sessions.length })}>
          {sessions.map((session) => (
            <Row key={session.id} title={<Who session={session} />} note={<Where session={session} />}>
              <Badge kind={badges[session.state]}>{t(`session:state.${session.state}`)}</Badge>
              <Button busy={resume.busy} onClick={() => void goOn(session)} label={t('unfinished.goOnWith', { number: session.number })}>
                {t('unfinished.goOn')}
              </Button>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}

function Who({ session }: { session: SessionSummary }) {
  const { t } = useTranslation('home');
  const who = useWho();
  return <>{t('unfinished.who', { who: who(session), number: session.number })}</>;
}

function Where({ session }: { session: SessionSummary }) {
  const { t } = useTranslation('home');
  const { today } = useDescription();
  return (
    <>
      {[session.procedures.join(', ') || t('unfinished.noProcedure'), session.step].filter(Boolean).join(' · ')}
      <br />
      {t('unfinished.since', { at: formatRecent(session.lastActivityAt, today), clerk: session.clerkName })}
    </>
  );
}
