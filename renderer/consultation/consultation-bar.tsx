import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskConsultation } from '../../shared/hub/hub-views.ts';
import { CallPanel } from '../call/view/call-panel.tsx';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { formatTime } from '../ui/dates.ts';
import { formatWait } from '../ui/duration.ts';
import { DeskGuests } from './desk-guests.tsx';
import { useDeskCall, useDeskMedia } from './desk-call.tsx';
import { LongWait } from './long-wait.tsx';
import { PrepareCall } from './prepare-call.tsx';

/** With the first call that is answered. */
const DeskPapers = lazy(() => import('./papers/desk-papers.tsx'));

/** Across the top of the session while it waits for an official: where it stands in the queue, and the ways out of it. */
export function ConsultationBar({ consultation }: { consultation: DeskConsultation }) {
  switch (consultation.state) {
    case 'waiting':
      return <Waiting consultation={consultation} />;
    case 'promised':
      return <Promised consultation={consultation} />;
    case 'ringing':
      return <Ringing consultation={consultation} />;
    case 'active':
      return <Active consultation={consultation} />;
    case 'ended':
      return null;
  }
}

function Waiting({ consultation }: { consultation: DeskConsultation }) {
  const { t } = useTranslation('consultation');
  const withdraw = useDeskAction('withdrawConsultation');
  const { position, medianWait, officialsAvailable } = consultation;
  return (
    <section className="consultation-bar" aria-label={t('bar.title')}>
      <p aria-live="polite">
        <strong>{t('bar.waiting', { office: consultation.officeName })}</strong> {position !== null && t('bar.position', { position })}{' '}
        {medianWait !== null && t('bar.medianWait', { time: formatWait(Math.max(60, Math.round(medianWait / 60) * 60)) })} {officialsAvailable === 0 && t('bar.nobodyThere')}
      </p>
      <p>{t('bar.goOn')}</p>
      <PrepareCall consultationId={consultation.id} />
      <div className="consultation-buttons">
        <LongWait consultation={consultation} />
        <Button kind="quiet" busy={withdraw.busy} onClick={() => void withdraw.run({ consultationId: consultation.id })}>
          {t('bar.withdraw')}
        </Button>
      </div>
      <RefusalAlert refusal={withdraw.refusal} />
    </section>
  );
}

function Promised({ consultation }: { consultation: DeskConsultation }) {
  const { t } = useTranslation('consultation');
  const again = useDeskAction('queueAgain');
  const withdraw = useDeskAction('withdrawConsultation');
  const input = { consultationId: consultation.id };
  return (
    <section className="consultation-bar" aria-label={t('bar.title')}>
      <p>
        <strong>{consultation.callBackAt !== null && t('bar.promised', { office: consultation.officeName, time: formatTime(consultation.callBackAt) })}</strong> {t('bar.promisedNote')}
      </p>
      <div className="consultation-buttons">
        <Button kind="quiet" busy={withdraw.busy} onClick={() => void withdraw.run(input)}>
          {t('bar.withdraw')}
        </Button>
        <Button busy={again.busy} onClick={() => void again.run(input)}>
          {t('bar.queueAgain')}
        </Button>
      </div>
      <RefusalAlert refusal={again.refusal ?? withdraw.refusal} />
    </section>
  );
}

function Ringing({ consultation }: { consultation: DeskConsultation }) {
  const { t } = useTranslation('consultation');
  const take = useDeskAction('answerRing');
  return (
    <Alert kind="info" announced title={t('bar.ringing', { office: consultation.officeName })}>
      <Button kind="primary" icon="video" busy={take.busy} onClick={() => void take.run({ consultationId: consultation.id })}>
        {t('bar.answer')}
      </Button>
      <RefusalAlert refusal={take.refusal} />
    </Alert>
  );
}

/** An official has it: the call, once the resident has agreed. */
function Active({ consultation }: { consultation: DeskConsultation }) {
  const { t } = useTranslation('consultation');
  const call = useDeskCall();
  const { media, readyFor } = useDeskMedia();
  const end = useDeskAction('endConsultation');
  const note = useDeskAction('noteCall');
  const consultationId = consultation.id;
  return (
    <section className="consultation-bar" aria-label={t('bar.call')}>
      <p>
        <strong>{t('bar.inCall', { office: consultation.officeName })}</strong>
      </p>
      {readyFor !== consultationId && <PrepareCall consultationId={consultationId} />}
      {readyFor === consultationId && call?.consultation.id === consultationId && (
        <CallPanel
          mesh={call.mesh}
          media={media}
          parties={call.call.parties}
          phone={consultation.officePhone}
          externalLink={consultation.externalLink}
          onCodeCompared={(matches) => void note.run({ consultationId, note: { kind: 'code-compared', matches } })}
          guests={<DeskGuests call={call} />}
        />
      )}
      {readyFor === consultationId && call?.consultation.id === consultationId && (
        <Suspense fallback={null}>
          {call.mesh.main && <DeskPapers conductor={call.mesh.main.conductor} media={media} consultationId={consultationId} />}
        </Suspense>
      )}
      <div className="consultation-buttons">
        <Button kind="danger" busy={end.busy} onClick={() => void end.run({ consultationId })}>
          {t('bar.end')}
        </Button>
      </div>
      <RefusalAlert refusal={end.refusal ?? note.refusal} />
    </section>
  );
}
