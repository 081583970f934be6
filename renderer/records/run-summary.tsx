import { useTranslation } from 'react-i18next';
import type { RunScreen, Submission } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { formatInstant } from '../ui/dates.ts';
import { RefusalAlert } from '../ui/error-state.tsx';
import { NumberForm } from '../procedure/number-form.tsx';

/** One procedure of an archived session; numbers may be added at any time. */
export function RunSummary({ run }: { run: RunScreen }) {
  const { t } = useTranslation(['records', 'session']);
  const { record, texts } = run;
  return (
    <article className="section-boxed archived" aria-label={texts.title}>
      <h3>{texts.title}</h3>
      <p>
        <Badge>{record.outcome === undefined ? t('session:workspace.runOpen') : t(`session:outcome.${record.outcome}`)}</Badge>{' '}
        <span className="side-note">{t('detail.runVersion', { version: record.version })}</span>
      </p>
      {record.submissions.map((submission) => (
        <SubmissionLine key={submission.id} runId={record.id} submission={submission} />
      ))}
      {record.note && (
        <p className="run-note">
          <strong>{t('detail.note')}:</strong> {record.note}
        </p>
      )}
      <h4>{t('detail.numbers')}</h4>
      <NumberForm runId={record.id} numbers={record.numbers} kinds={['domus', 'protocollo']} />
    </article>
  );
}

function SubmissionLine({ runId, submission }: { runId: string; submission: Submission }) {
  const { t } = useTranslation('records');
  const settle = useDeskAction('settleSubmission');
  const say = (sent: boolean) => void settle.run({ runId, submissionId: submission.id, sent });
  const { result } = submission;
  if (result) return <p>{result.sent ? t('detail.sent', { when: formatInstant(result.at) }) : t('detail.notSent', { when: formatInstant(result.at) })}</p>;
  return (
    <Alert kind="danger">
      <p>{t('detail.sendUnknown', { when: formatInstant(submission.intendedAt) })}</p>
      <div className="block-answers">
        <Button busy={settle.busy} onClick={() => say(false)}>
          {t('detail.sayNotSent')}
        </Button>
        <Button busy={settle.busy} onClick={() => say(true)}>
          {t('detail.saySent')}
        </Button>
      </div>
      <RefusalAlert refusal={settle.refusal} />
    </Alert>
  );
}
