import { useTranslation } from 'react-i18next';
import type { Submission } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { formatDay, formatTime, italianDay } from '../ui/dates.ts';
import { RefusalAlert } from '../ui/error-state.tsx';
import { NumberForm } from './number-form.tsx';
import { isStopped } from './step-blocks.tsx';
import { NextButton, StepActions } from './step-actions.tsx';
import type { StepProps } from './step-props.ts';

/** Sending on a portal: the intent is on disk before the clerk presses its button; what became of it comes after. */
export function SubmissionStep({ work, step }: StepProps) {
  const { t } = useTranslation('procedure');
  const { record } = work.run;
  const attempts = record.submissions.filter((submission) => submission.step === step.id);
  const pending = attempts.find(({ result }) => result === undefined);
  const sent = attempts.findLast(({ result }) => result?.sent === true);
  const stopped = isStopped(work, step);
  return (
    <>
      {attempts.map((attempt) => attempt.result && <AttemptLine key={attempt.id} attempt={attempt} />)}
      {pending ? (
        <SettleSubmission runId={record.id} submission={pending} />
      ) : (
        !sent && !stopped && <IntendSubmission runId={record.id} step={step.id} again={attempts.length > 0} />
      )}
      {sent && (
        <section className="section" aria-label={t('submission.numbers')}>
          <h3>{t('submission.numbers')}</h3>
          <p>{t('submission.numbersHint')}</p>
          <NumberForm runId={record.id} numbers={record.numbers} kinds={step.numbers ?? ['domus', 'protocollo']} />
        </section>
      )}
      <StepActions work={work}>
        {!pending && !stopped && (sent ? <NextButton work={work} onClick={() => void work.answer({})} /> : <WithoutSending work={work} />)}
      </StepActions>
    </>
  );
}

function AttemptLine({ attempt }: { attempt: Submission }) {
  const { t } = useTranslation('procedure');
  if (!attempt.result) return null;
  const { at, sent } = attempt.result;
  const when = { date: formatDay(italianDay(at)), time: formatTime(at) };
  return <Alert kind={sent ? 'success' : 'info'}>{sent ? t('submission.sentAt', when) : t('submission.notSentAt', when)}</Alert>;
}

function IntendSubmission({ runId, step, again }: { runId: string; step: string; again: boolean }) {
  const { t } = useTranslation('procedure');
  const intend = useDeskAction('intendSubmission');
  return (
    <div className="submission">
      <p>{t('submission.before')}</p>
      <Button kind="primary" large icon="arrowRight" busy={intend.busy} onClick={() => void intend.run({ runId, step })}>
        {again ? t('submission.again') : t('submission.intend')}
      </Button>
      <RefusalAlert refusal={intend.refusal} />
    </div>
  );
}

function SettleSubmission({ runId, submission }: { runId: string; submission: Submission }) {
  const { t } = useTranslation('procedure');
  const settle = useDeskAction('settleSubmission');
  const say = (sent: boolean) => void settle.run({ runId, submissionId: submission.id, sent });
  return (
    <fieldset className="submission">
      <legend className="submission-question">{t('submission.after')}</legend>
      <p>{t('submission.intendedAt', { time: formatTime(submission.intendedAt) })}</p>
      <div className="block-answers">
        <Button large icon="close" busy={settle.busy} onClick={() => say(false)}>
          {t('submission.notSent')}
        </Button>
        <Button kind="primary" large icon="check" busy={settle.busy} onClick={() => say(true)}>
          {t('submission.sent')}
        </Button>
      </div>
      <RefusalAlert refusal={settle.refusal} />
    </fieldset>
  );
}

function WithoutSending({ work }: Pick<StepProps, 'work'>) {
  const { t } = useTranslation('procedure');
  return (
    <Button busy={work.busy} onClick={() => void work.answer({})}>
      {t('submission.withoutSending')}
    </Button>
  );
}
