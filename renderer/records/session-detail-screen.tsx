import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { SessionDetail, SessionLink } from '../../shared/session/session-view.ts';
import { useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { PapersSeen } from '../consultation/papers-seen.tsx';
import { Badge } from '../ui/badge.tsx';
import { formatInstant } from '../ui/dates.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Columns, Page, Section } from '../ui/page.tsx';
import { useWho } from '../session/session-words.ts';
import { ConsultationsHeld } from './consultations-held.tsx';
import { ContinueActions } from './continue-actions.tsx';
import { PeopleSeen } from './people-seen.tsx';
import { RunSummary } from './run-summary.tsx';
import { SessionFollowUps } from './session-follow-ups.tsx';
import { SessionLinks } from './session-links.tsx';
import { SessionStory } from './session-story.tsx';
import '../session/session.scss';

/** One session of the archive: what was done, what may still be added, and how to take it up again. */
export default function SessionDetailScreen() {
  const { session: sessionId } = useParams<{ session: string }>();
  const query = useDeskQuery('readSession', { sessionId });
  return <Loaded wholePage query={query}>{(session) => <SessionPage session={session} />}</Loaded>;
}

const linked = (links: readonly SessionLink[]) => (links.length > 0 ? <SessionLinks links={links} /> : undefined);

function SessionPage({ session }: { session: SessionDetail }) {
  const { t } = useTranslation(['records', 'session', 'closing']);
  const who = useWho();
  const { closing } = session;
  const number = t('session:number', { number: session.number });
  return (
    <Page
      title={who(session)}
      windowTitle={number}
      lead={number}
      aside={<Badge kind={session.state === 'closed' ? 'plain' : 'warning'}>{t(`session:state.${session.state}`)}</Badge>}
      back={{ to: paths.archive, text: t('detail.back') }}
    >
      <ContinueActions session={session} />
      <Columns>
        <div>
          <Section title={t('detail.runs')}>
            {session.runs.length === 0 && <p>{t('detail.noRuns')}</p>}
            {session.runs.map((run) => (
              <RunSummary key={run.record.id} run={run} />
            ))}
          </Section>
          <Section title={t('followUp.title')}>
            <SessionFollowUps session={session} />
          </Section>
        </div>
        <div>
          <DefinitionList
            pairs={[
              [t('detail.continues'), session.continues && linked([session.continues])],
              [t('detail.continuedBy'), linked(session.continuedBy)],
              [t('detail.clerk'), session.clerkName],
              [t('detail.opened'), formatInstant(session.openedAt)],
              [t('detail.closed'), session.closedAt && formatInstant(session.closedAt)],
              [t('detail.outcome'), session.outcome && t(`session:outcome.${session.outcome}`)],
              [t('detail.autonomy'), closing && t(`closing:autonomy.${closing.autonomy}`)],
              [t('detail.useful'), closing && t(`closing:useful.${closing.useful}`)],
              [t('detail.referral'), closing && closing.referral !== 'none' ? t(`session:referral.${closing.referral}`) : undefined],
            ]}
          />
          <Section title={t('detail.people')}>
            <PeopleSeen people={session.people} />
          </Section>
          <ConsultationsHeld consultations={session.consultations} />
          <PapersSeen consultations={session.consultations} />
          <SessionStory events={session.events} />
        </div>
      </Columns>
    </Page>
  );
}
