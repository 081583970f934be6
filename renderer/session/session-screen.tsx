import { useState } from 'react';
import { Redirect, Route, Switch, useParams } from 'wouter';
import type { RunScreen, SessionDetail } from '../../shared/session/session-view.ts';
import { useDescription, useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Loading } from '../ui/loading.tsx';
import { AskScreen } from '../consultation/ask-screen.tsx';
import { ChooseProcedure } from '../procedure/choose-procedure.tsx';
import { RunPanel } from '../procedure/run-panel.tsx';
import { useRunWork } from '../procedure/use-run-work.ts';
import { IntakeScreen } from './intake-screen.tsx';
import { ResumeScreen } from './resume-screen.tsx';
import { Workspace } from './workspace.tsx';
import './session.scss';

/** A session at work, whichever part of it is on screen. */
export default function SessionScreen() {
  const { session: sessionId } = useParams<{ session: string }>();
  const query = useDeskQuery('readSession', { sessionId });
  const fresh = query.state === 'ready' && query.fresh;
  return <Loaded wholePage query={query}>{(session) => <SessionOnArrival key={session.id} session={session} fresh={fresh} />}</Loaded>;
}

/** Whoever has just reopened or resumed a session arrives with what was read before: that alone must not send them away again. */
function SessionOnArrival({ session, fresh }: { session: SessionDetail; fresh: boolean }) {
  const [arrived, setArrived] = useState(fresh);
  if (fresh && !arrived) setArrived(true);
  return arrived || session.state === 'open' ? <SessionInState session={session} /> : <Loading />;
}

/** Work goes on only in a session that is open in the hands of whoever is signed in. */
function SessionInState({ session }: { session: SessionDetail }) {
  const { signedIn } = useDescription();
  switch (session.state) {
    case 'closed':
      return <Redirect to={paths.archived(session.id)} replace />;
    case 'suspended':
    case 'interrupted':
      return <ResumeScreen session={session} />;
    case 'open':
      return session.clerkName === signedIn?.displayName ? <OpenSession session={session} /> : <ResumeScreen session={session} />;
  }
}

function OpenSession({ session }: { session: SessionDetail }) {
  return (
    <Switch>
      <Route path={paths.people(':session')}>
        <IntakeScreen session={session} />
      </Route>
      <Route path={paths.chooseProcedure(':session')}>
        <Workspace session={session} work={undefined}>
          <ChooseProcedure session={session} />
        </Workspace>
      </Route>
      <Route path={paths.askOfficial(':session')}>
        <Workspace session={session} work={undefined}>
          <AskScreen session={session} />
        </Workspace>
      </Route>
      <Route path={paths.run(':session', ':run')}>
        <RunById session={session} />
      </Route>
      <Route>
        <Redirect to={whereToGoOn(session)} replace />
      </Route>
    </Switch>
  );
}

function RunById({ session }: { session: SessionDetail }) {
  const { run: runId } = useParams<{ run: string }>();
  const run = session.runs.find(({ record }) => record.id === runId);
  return run ? <RunInSession key={runId} session={session} run={run} /> : <RunNotThereYet session={session} runId={runId} />;
}

/** A run just begun that the session, being read again, does not have yet; or one that does not exist. */
function RunNotThereYet({ session, runId }: { session: SessionDetail; runId: string }) {
  const query = useDeskQuery('readRun', { runId });
  return query.state === 'refused' ? <Redirect to={paths.chooseProcedure(session.id)} replace /> : <Loading />;
}

function RunInSession({ session, run }: { session: SessionDetail; run: RunScreen }) {
  const work = useRunWork(run);
  return (
    <Workspace session={session} work={work}>
      <RunPanel session={session} work={work} />
    </Workspace>
  );
}

/** The run last worked on and not ended; without runs the procedures to choose from, or who is at the desk. */
function whereToGoOn(session: SessionDetail): string {
  const run = session.run ?? session.runs.at(-1)?.record.id;
  if (run !== undefined) return paths.run(session.id, run);
  return session.people.length === 0 ? paths.people(session.id) : paths.chooseProcedure(session.id);
}
