import { useTranslation } from 'react-i18next';
import { Redirect, useParams } from 'wouter';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction, useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { useLeftDraft } from '../desk/use-left-draft.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useWho } from '../session/session-words.ts';
import { ClosingForm } from './closing-form.tsx';
import { closingFormName } from './kept-draft.ts';
import '../session/session.scss';

/** The closing questions of a session. */
export default function ClosingScreen() {
  const { session: sessionId } = useParams<{ session: string }>();
  const query = useDeskQuery('readSession', { sessionId });
  return (
    <Loaded wholePage query={query}>
      {(session) => (session.state === 'closed' ? <Redirect to={paths.takeHome(session.id)} replace /> : <ClosingPage session={session} />)}
    </Loaded>
  );
}

function ClosingPage({ session }: { session: SessionDetail }) {
  const { t } = useTranslation(['closing', 'session']);
  const who = useWho();
  const left = useLeftDraft(closingFormName(session.id));
  return (
    <Page
      title={t('title')}
      lead={`${who(session)} · ${t('session:number', { number: session.number })}`}
      back={{ to: paths.session(session.id), text: t('back') }}
      narrow
    >
      <NobodyYet session={session} />
      <OpenRuns session={session} />
      {left !== undefined && <ClosingForm session={session} left={left} />}
    </Page>
  );
}

function OpenRuns({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('closing');
  const open = session.runs.filter(({ record }) => record.endedAt === undefined);
  if (open.length === 0) return null;
  return (
    <Alert kind="warning" title={t('openRuns')}>
      <p>{t('openRunsNote')}</p>
      {open.map(({ record, texts }) => (
        <ButtonLink key={record.id} to={paths.run(session.id, record.id)} kind="quiet">
          {t('goToRun', { title: texts.title })}
        </ButtonLink>
      ))}
    </Alert>
  );
}

/** A session of which nobody said who it is about cannot be closed: say it, or say that there is no name. */
function NobodyYet({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('closing');
  const add = useDeskAction('addPerson');
  if (session.privacy === 'confidential' || session.people.some(({ role }) => role === 'main')) return null;
  return (
    <Alert kind="warning" title={t('nobody.title')}>
      <p>{t('nobody.text')}</p>
      <div className="block-answers">
        <ButtonLink to={paths.people(session.id)}>{t('nobody.who')}</ButtonLink>
        <Button busy={add.busy} onClick={() => void add.run({ sessionId: session.id, person: { role: 'main', details: {} } })}>
          {t('nobody.nameless')}
        </Button>
      </div>
      <RefusalAlert refusal={add.refusal} />
    </Alert>
  );
}
