import { Activity, Suspense, useEffect, useState } from 'react';
import type { DeskDescription } from '../../shared/desk/desk-view.ts';
import { SignInScreen } from '../account/sign-in-screen.tsx';
import { Loading } from '../ui/loading.tsx';
import { BrandBar } from './brand-bar.tsx';
import { coverScreen, useCovered } from './cover.ts';
import { CoveredScreen } from './covered-screen.tsx';
import { DescriptionProvider, useDescription } from './desk-context.tsx';
import { screenFrom } from './screen-from.tsx';
import { useFetchAhead } from './use-fetch-ahead.ts';

const SetupWizard = screenFrom(() => import('../setup/setup-wizard.tsx'));
const RecoveryCodeScreen = screenFrom(() => import('../setup/recovery-code-screen.tsx'));
const TroubleScreen = screenFrom(() => import('../trouble/trouble-screen.tsx'));
const SignedIn = screenFrom(() => import('./signed-in.tsx'));

/** Which of the desk's faces is on screen: the recovery code just made, trouble, set-up, the door, or a clerk's work. */
export function Stage() {
  useFetchAhead();
  const description = useDescription();
  const [newCode, setNewCode] = useState<string>();
  const { trouble, state, signedIn } = description;
  const covered = useCovered();
  // Locked already when it answered again: whoever enters next is not to find the cover.
  useEffect(() => {
    if (signedIn === undefined) coverScreen(false);
  }, [signedIn]);
  const atWork = newCode === undefined && trouble === undefined && signedIn !== undefined && !covered;
  return (
    <>
      <Suspense fallback={<Loading />}>
        {(newCode !== undefined || trouble !== undefined || state === 'setup') && <BrandBar />}
        {newCode !== undefined ? (
          <RecoveryCodeScreen code={newCode} onNoted={() => setNewCode(undefined)} />
        ) : trouble ? (
          <TroubleScreen trouble={trouble} />
        ) : state === 'setup' ? (
          <SetupWizard onMade={setNewCode} />
        ) : (
          state === 'signed-out' && <SignInScreen />
        )}
      </Suspense>
      {covered && signedIn !== undefined && <CoveredScreen />}
      <Work description={description} visible={atWork} />
    </>
  );
}

/**
 * Behind the lock, or while there is trouble, the clerk's screens stay as they were, out of sight and without effects:
 * the same clerk comes back to the same place with what was typed. Another clerk gets their own screens at the same address.
 */
function Work({ description, visible }: { description: DeskDescription; visible: boolean }) {
  const [lastSignedIn, setLastSignedIn] = useState<DeskDescription>();
  if (description.signedIn && description !== lastSignedIn) setLastSignedIn(description);
  if (!lastSignedIn) return null;
  return (
    <Activity mode={visible ? 'visible' : 'hidden'}>
      <Suspense fallback={<Loading />}>
        <DescriptionProvider value={lastSignedIn}>
          <SignedIn key={lastSignedIn.signedIn?.clerkId} />
        </DescriptionProvider>
      </Suspense>
    </Activity>
  );
}
