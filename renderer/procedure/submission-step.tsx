import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { formatDay, formatTime, italianDay } from '../ui/dates.ts';
import { RefusalAlert } from '../ui/error-state.tsx';
import { useFocusTakenOver } from '../ui/use-focus-taken-over.ts';
import { NumberForm } from './number-form.tsx';
import { isStopped } from './step-blocks.tsx';
import { NextButton, StepActions } from './step-actions.tsx';
import type { StepProps } from './step-props.ts';

/** Sending on a portal: the intent is on disk before the clerk presses its button; what became of it comes after. */
export function SubmissionStep({ work, step }: StepProps) {
  const { record } = work.run;
  const attempts = record.submissions.filter((submission) => submission.step === step.id);
  const pending = attempts.find(({ result }) => result === undefined);
  const sent = attempts.some(({ result }) => result?.sent === true);
  return (
    <>
      {attempts.map((attempt) => attempt.result && <AttemptLine key={attempt.id} attempt={attempt} />)}
      {pending ? (
        <StepActions work={work} above={<SettleSubmission runId={record.id} submission={pending} />} />
      ) : sent ? (
        <Sent work={work} step={step} />
      ) : (
        <NotSentYet work={work} step={step} again={attempts.length > 0} />
      )}
    </>
  );
}

/** One attempt and what became of it. One that failed takes the focus of the button that said so; after one that did not come its numbers. */
function AttemptLine({ attempt }: { attempt: Submission }) {
  const { t } = useTranslation('procedure');
  const line = useRef<HTMLDivElement>(null);
  useFocusTakenOver(line);
  if (!attempt.result) return null;
  const { at, sent } = attempt.result;
  const when = { date: formatDay(italianDay(at)), time: formatTime(at) };
  return (
    <div ref={sent ? undefined : line} tabIndex={-1}>
      <Alert kind={sent ? 'success' : 'info'} announced>{sent ? t('submission.sentAt', when) : t('submission.notSentAt', when)}</Alert>
    </div>
  );
}

type Ask = Pick<StepProps, 'work' | 'step'>;

function Sent({ work, step }: Ask) {
  const { t } = useTranslation('procedure');
  const { record } = work.run;
  const part = useRef<HTMLElement>(null);
  useFocusTakenOver(part);
  return (
    <>
      <section ref={part} tabIndex={-1} className="section" aria-label={t('submission.numbers')}>
        <h3>{t('submission.numbers')}</h3>
        <p>{t('submission.numbersHint')}</p>
        <NumberForm runId={record.id} numbers={record.numbers} kinds={step.numbers ?? ['domus', 'protocollo']} keepsTyped />
      </section>
      <StepActions work={work}>{!isStopped(work, step) && <NextButton work={work} onClick={() => void work.answer({})} />}</StepActions>
    </>
  );
}

function NotSentYet({ work, step, again }: Ask & { again: boolean }) {
  const { t } = useTranslation('procedure');
  const intend = useDeskAction('intendSubmission');
  if (isStopped(work, step)) return <StepActions work={work} />;
  const above = (
    <>
      <p className="submission-before">{t('submission.before')}</p>
      <RefusalAlert refusal={intend.refusal} />
    </>
  );
  return (
    <StepActions work={work} above={above}>
      <Button busy={work.busy} onClick={() => void work.answer({})}>
        {t('submission.withoutSending')}
      </Button>
      <Button kind="primary" icon="arrowRight" busy={intend.busy} onClick={() => void intend.run({ runId: work.run.record.id, step: step.id })}>
        {again ? t('submission.again') : t('submission.intend')}
      </Button>
    </StepActions>
  );
}

/** Stands over the buttons, never where the one that announced the sending stood: a press too many must not answer. */
function SettleSubmission({ runId, submission }: { runId: string; submission: Submission }) {
  const { t } = useTranslation('procedure');
  const settle = useDeskAction('settleSubmission');
  const question = useRef<HTMLLegendElement>(null);
  useFocusTakenOver(question);
  const say = (sent: boolean) => void settle.run({ runId, submissionId: submission.id, sent });
  return (
    <fieldset className="submission">
      <legend ref={question} tabIndex={-1} className="submission-question">
        {t('submission.after')}
      </legend>
      <p>{t('submission.intendedAt', { time: formatTime(submission.intendedAt) })}</p>
      <div className="block-answers">
        <Button icon="close" busy={settle.busy} onClick={() => say(false)}>
          {t('submission.notSent')}
        </Button>
        <Button kind="primary" icon="check" busy={settle.busy} onClick={() => say(true)}>
          {t('submission.sent')}
        </Button>
      </div>
      <RefusalAlert refusal={settle.refusal} />
    </fieldset>
  );
}
