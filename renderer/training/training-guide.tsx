import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { openGuide, useGuide, watchSession } from './guide-memory.ts';
import { doneSteps, guideSteps, nextStep } from './guide-progress.ts';
import type { GuideStep } from './guide-progress.ts';

/** The first session, step by step: watches the session the trainee is in, ticks itself, and names the next thing to do. */
export default function TrainingGuide() {
  const { open, sessionId } = useGuide();
  const here = useSessionHere();
  const inArchive = useLocation()[0].startsWith('/archivio');
  useEffect(() => {
    // What is looked up in the archive is not the trainee's first session.
    if (here !== undefined && !inArchive) watchSession(here);
  }, [here, inArchive]);
  if (!open) return null;
  return sessionId === undefined ? <GuidePanel session={undefined} here={false} /> : <WatchedSession sessionId={sessionId} here={here === sessionId} />;
}

function useSessionHere(): string | undefined {
  const [location] = useLocation();
  return /^\/(?:sessione|archivio)\/([^/]+)/.exec(location)?.[1];
}

function WatchedSession({ sessionId, here }: { sessionId: string; here: boolean }) {
  const session = useDeskQuery('readSession', { sessionId });
  return <GuidePanel session={session.state === 'ready' ? session.value : undefined} here={here} />;
}

function GuidePanel({ session, here }: { session: SessionDetail | undefined; here: boolean }) {
  const { t } = useTranslation('training');
  const done = doneSteps(session);
  const next = nextStep(done);
  return (
    <aside className="guide no-print" aria-label={t('title')}>
      <div className="guide-head">
        <h2>{t('title')}</h2>
        <Button kind="quiet" icon="close" onClick={() => openGuide(false)} label={t('close')}>
          {t('closeShort')}
        </Button>
      </div>
      <ol>
        {guideSteps.map((step, index) => (
          <GuideLine key={step} step={step} number={index + 1} done={done.has(step)} next={step === next} />
        ))}
      </ol>
      <div aria-live="polite" className="guide-next">
        {next === undefined ? <p>{t('finished')}</p> : <NextThing step={next} session={session} here={here} />}
      </div>
      {next === undefined && (
        <Button icon="refresh" onClick={() => watchSession(undefined)}>
          {t('again')}
        </Button>
      )}
    </aside>
  );
}

function GuideLine({ step, number, done, next }: { step: GuideStep; number: number; done: boolean; next: boolean }) {
  const { t } = useTranslation('training');
  return (
    <li aria-current={next ? 'step' : undefined}>
      <span className="step-mark" aria-hidden="true">
        {done ? <Icon name="check" /> : number}
      </span>
      <span>
        {t(`steps.${step}.name`)}
        {done && <span className="visually-hidden"> {t('done')}</span>}
      </span>
    </li>
  );
}

function NextThing({ step, session, here }: { step: GuideStep; session: SessionDetail | undefined; here: boolean }) {
  const { t } = useTranslation('training');
  const [location] = useLocation();
  if (session && !here)
    return (
      <>
        <p>{t('comeBack')}</p>
        <ButtonLink to={session.state === 'closed' ? paths.takeHome(session.id) : paths.session(session.id)} icon="arrowRight">
          {t('comeBackTo', { number: session.number })}
        </ButtonLink>
      </>
    );
  if (!session && location !== paths.home)
    return (
      <>
        <p>{t('goHome')}</p>
        <ButtonLink to={paths.home}>{t('goHomeShort')}</ButtonLink>
      </>
    );
  return <p>{t(`steps.${step}.how`)}</p>;
}
