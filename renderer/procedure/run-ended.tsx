import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../shared/session/closed-lists.ts';
import { foreseenOutcome, wordsOfOutcome } from '../../shared/session/foreseen-outcome.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { FocusedHeading } from '../ui/focused-heading.tsx';
import { Foot } from '../ui/foot.tsx';
import { Icon } from '../ui/icon.tsx';
import { NumberForm } from './number-form.tsx';
import type { RunWork } from './use-run-work.ts';

/** Endings after which somebody else does the next thing; of the others the procedure's "what happens now" would not be true. */
const setGoing: readonly Outcome[] = ['submitted', 'appointment-made'];

/** A run that was concluded: how, what comes next, and the ways on. */
export function RunEnded({ session, work, outcome }: { session: SessionDetail; work: RunWork; outcome: Outcome }) {
  const { t } = useTranslation(['procedure', 'session']);
  const resume = useDeskAction('resumeRun');
  const { record, texts } = work.run;
  const proposed = foreseenOutcome(work.run, work.view);
  const foreseen = wordsOfOutcome(work.run, proposed, outcome);
  return (
    <div className="step">
      <FocusedHeading>{t('end.ended')}</FocusedHeading>
      <div className="proposed-outcome">
        <p className="proposed-title">
          <Icon name="checkCircle" /> {t(`session:outcome.${outcome}`)}
        </p>
        {foreseen && <p>{foreseen.resident}</p>}
        {setGoing.includes(outcome) && (
          <p>
            <strong>{t('end.after')}</strong> {foreseen?.after ?? texts.after}
          </p>
        )}
      </div>
      {record.submissions.some(({ result }) => result?.sent) && (
        <NumberForm runId={record.id} numbers={record.numbers} kinds={['domus', 'protocollo']} keepsTyped />
      )}
      <Foot>
        <RefusalAlert refusal={resume.refusal} />
        <Actions
          left={
            <Button kind="quiet" icon="restore" busy={resume.busy} onClick={() => void resume.run({ runId: record.id })}>
              {t('end.resume')}
            </Button>
          }
        >
          <ButtonLink to={paths.chooseProcedure(session.id)} icon="plus">
            {t('end.addProcedure')}
          </ButtonLink>
          <ButtonLink to={paths.closing(session.id)} kind="primary" icon="arrowRight">
            {t('end.closeSession')}
          </ButtonLink>
        </Actions>
      </Foot>
    </div>
  );
}
