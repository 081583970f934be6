import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountdown } from '../account/use-countdown.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatWait } from '../ui/duration.ts';
import { useDesk } from './desk-context.tsx';
import { useCoverUnattended, useLock } from './use-lock.ts';

const noteEvery = 15_000;

/** Tells the desk that somebody is here (at most every 15 seconds), and asks before the desk locks itself. */
export function InactivityGuard() {
  const desk = useDesk();
  useCoverUnattended();
  const [warning, setWarning] = useState<{ readonly seconds: number }>();
  const lastNoted = useRef(0);
  const note = useCallback(() => {
    lastNoted.current = Date.now();
    setWarning(undefined);
    void desk.noteActivity({});
  }, [desk]);

  useEffect(() => {
    const stop = desk.subscribe((event) => event.name === 'lockApproached' && setWarning({ seconds: event.data.secondsLeft }));
    return () => {
      stop();
      // Behind the lock the question has been answered.
      setWarning(undefined);
    };
  }, [desk]);
  useEffect(() => {
    const listener = () => Date.now() - lastNoted.current > noteEvery && note();
    // While the question stands only its answers count.
    if (warning) return;
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, listener, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, listener, { capture: true });
    };
  }, [note, warning]);

  return warning ? <LockQuestion warning={warning} onStay={note} /> : null;
}

function LockQuestion({ warning, onStay }: { warning: { readonly seconds: number }; onStay: () => void }) {
  const { t } = useTranslation('desk');
  const left = useCountdown(useMemo(() => ({ seconds: warning.seconds }), [warning]));
  const lock = useLock();
  return (
    <Dialog
      question={t('inactivity.question')}
      onClose={onStay}
      answers={
        <>
          <Button icon="lock" onClick={lock}>
            {t('inactivity.lockNow')}
          </Button>
          <Button kind="primary" takesFocus onClick={onStay}>
            {t('inactivity.stay')}
          </Button>
        </>
      }
    >
      <p>{t('inactivity.text')}</p>
      <p className="countdown" role="timer">
        {formatWait(left)}
      </p>
    </Dialog>
  );
}
