import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { DeskDescription } from '../../shared/desk/desk-view.ts';
import { TrainingBanner } from '../training/training-banner.tsx';
import { Loading } from '../ui/loading.tsx';
import { ToastArea } from '../ui/toast.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { DescriptionProvider, useDeskQuery } from './desk-context.tsx';
import { OutOfReachScreen } from './out-of-reach-screen.tsx';
import { Stage } from './stage.tsx';
import { useHeartbeat } from './use-heartbeat.ts';

/** The whole of the desk, once it has said how it is. */
export function App() {
  const query = useDeskQuery('describeDesk', {});
  useHeartbeat();
  switch (query.state) {
    case 'loading':
      return <Loading />;
    case 'refused':
      return <OutOfReachScreen refusal={query.refusal} retry={query.retry} />;
    case 'ready':
      return <Frame description={query.value} />;
  }
}

function Frame({ description }: { description: DeskDescription }) {
  return (
    <DescriptionProvider value={description}>
      {/* oxlint-disable-next-line react/hooks -- wouter takes its location hook as a value */}
      <Router hook={useHashLocation}>
        <ToastArea owner={description.signedIn?.clerkId}>
          {description.mode === 'training' && <TrainingBanner />}
          <ConnectionBanner />
          <CrashBoundary>
            <Stage />
          </CrashBoundary>
        </ToastArea>
      </Router>
    </DescriptionProvider>
  );
}
