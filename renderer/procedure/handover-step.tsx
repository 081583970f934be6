import { useTranslation } from 'react-i18next';
import { evaluateRun } from '../../shared/procedure/procedure-run.ts';
import type { Outcome } from '../../shared/session/closed-lists.ts';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { planAnswer } from './answer-plan.ts';
import { isStopped } from './step-blocks.tsx';
import { StepActions } from './step-actions.tsx';
import type { StepProps } from './step-props.ts';
import type { RunWork } from './use-run-work.ts';

/** Something handed to the resident. When nothing comes after, "consegnato" also concludes the procedure. */
export function HandoverStep({ work, step }: StepProps) {
  const { t } = useTranslation('procedure');
  const end = useDeskAction('endRun');
  const { today } = useDescription();
  const handOver = async () => {
    const outcome = outcomeAfter(work, step.id, today);
    if ((await work.answer({})) && outcome !== undefined) await end.run({ runId: work.run.record.id, outcome });
  };
  return (
    <StepActions work={work} above={<RefusalAlert refusal={end.refusal} />}>
      {!isStopped(work, step) && (
        <>
          <Button busy={work.busy} onClick={() => work.go(undefined)}>
            {t('handover.notDone')}
          </Button>
          <Button kind="primary" icon="check" busy={work.busy || end.busy} onClick={() => void handOver()}>
            {t('handover.done')}
          </Button>
        </>
      )}
    </StepActions>
  );
}

/** The outcome to conclude with at once: only when this is the last step and what the procedure foresees is a handover. */
function outcomeAfter({ run, view }: RunWork, step: string, today: string): Outcome | undefined {
  if (planAnswer(run.procedure, run.state, step, {}, today).next !== undefined) return undefined;
  if (view.steps.some((other) => other.id !== step && other.state === 'todo')) return undefined;
  const ahead = evaluateRun(run.procedure, { ...run.state, doneSteps: [...run.state.doneSteps, step] }, today);
  return ahead.outcome?.is === 'handed-over' ? 'handed-over' : undefined;
}
