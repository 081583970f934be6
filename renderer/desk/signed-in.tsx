import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import { ClockWarning } from '../trouble/clock-warning.tsx';
import { Loading } from '../ui/loading.tsx';
import { useDescription } from './desk-context.tsx';
import { DeskCallProvider } from '../consultation/desk-call.tsx';
import { RingingStrip } from '../consultation/ringing-strip.tsx';
import { Header } from './header.tsx';
import { InactivityGuard } from './inactivity-guard.tsx';
import { NotFoundScreen } from './not-found-screen.tsx';
import { routes } from './routes.tsx';
import { screenFrom } from './screen-from.tsx';
import { useAllowedStart } from './use-allowed-start.ts';
import { useInterruptedFirst } from './use-interrupted-first.ts';

const TrainingGuide = screenFrom(() => import('../training/training-guide.tsx'));

/** Everything a signed-in clerk sees: header, the screen at the address, the guide in training. */
export default function SignedIn() {
  const { mode, signedIn } = useDescription();
  useAllowedStart();
  useInterruptedFirst();
  const allowed = routes.filter((route) => !route.supervisorOnly || signedIn?.role === 'supervisor');
  return (
    <DeskCallProvider>
      <SkipLink />
      <Header />
      <ClockWarning />
      <Suspense fallback={null}>
        <RingingStrip />
      </Suspense>
      <div className="desk-body">
        <div className="desk-columns">
          <Suspense fallback={<Loading />}>
            <Switch>
              {allowed.map((route) => (
                <Route key={route.path} path={route.path} component={route.screen} />
              ))}
              <Route component={NotFoundScreen} />
            </Switch>
            {mode === 'training' && <TrainingGuide />}
          </Suspense>
        </div>
      </div>
      <InactivityGuard />
    </DeskCallProvider>
  );
}

/** First stop of the Tab key. A hash link would change the address of the screen, so it moves the focus itself. */
function SkipLink() {
  const { t } = useTranslation('desk');
  return (
    <div className="skiplinks">
      <a
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('#content h1')?.focus();
        }}
      >
        {t('skipToContent')}
      </a>
    </div>
  );
}
