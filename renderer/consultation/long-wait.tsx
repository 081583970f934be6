import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskConsultation } from '../../shared/hub/hub-views.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { callBackTimes } from './call-back-times.ts';

/** After so long in the queue the clerk is offered the choice by itself; before, it is a button away. */
const longWaitMs = 10 * 60_000;

/** Wait on, be called back at a time, or go on without: offered after ten minutes, and whenever the clerk asks for it. */
export function LongWait({ consultation }: { consultation: DeskConsultation }) {
  const { t } = useTranslation('consultation');
  const [asked, ask] = useState(false);
  const [waitOnSince, waitOn] = useState(() => Date.parse(consultation.askedAt));
  const long = useElapsed(waitOnSince, longWaitMs);
  if (!asked && !long)
    return (
      <Button kind="quiet" icon="telephone" onClick={() => ask(true)}>
        {t('wait.callBack')}
      </Button>
    );
  const close = () => {
    ask(false);
    waitOn(Date.now());
  };
  return <CallBackChoice consultation={consultation} long={long} close={close} />;
}

function CallBackChoice({ consultation, long, close }: { consultation: DeskConsultation; long: boolean; close: () => void }) {
  const { t } = useTranslation('consultation');
  const choose = useDeskAction('chooseCallBack');
  const withdraw = useDeskAction('withdrawConsultation');
  const [times] = useState(() => callBackTimes(new Date()));
  return (
    <fieldset className="long-wait">
      <legend>{long ? t('wait.long') : t('wait.when')}</legend>
      <div className="consultation-buttons">
        {times.map(({ instant, text }) => (
          <Button key={instant} busy={choose.busy} onClick={() => void choose.run({ consultationId: consultation.id, callBackAt: instant })}>
            {t('wait.at', { time: text })}
          </Button>
        ))}
        <Button kind="quiet" onClick={close}>
          {t('wait.waitOn')}
        </Button>
        {long && (
          <Button kind="quiet" busy={withdraw.busy} onClick={() => void withdraw.run({ consultationId: consultation.id })}>
            {t('wait.without')}
          </Button>
        )}
      </div>
      <RefusalAlert refusal={choose.refusal ?? withdraw.refusal} />
    </fieldset>
  );
}

/** Whether so much time has gone by since an instant, by this computer's clock. */
function useElapsed(since: number, milliseconds: number): boolean {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, since + milliseconds - Date.now()));
    return () => clearTimeout(timer);
  }, [since, milliseconds]);
  return now - since >= milliseconds;
}
