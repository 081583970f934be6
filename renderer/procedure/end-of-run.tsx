import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomes } from '../../shared/session/closed-lists.ts';
import type { Outcome } from '../../shared/session/closed-lists.ts';
import { foreseenOutcome, wordsOfOutcome } from '../../shared/session/foreseen-outcome.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { FocusedHeading } from '../ui/focused-heading.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { StepActions } from './step-actions.tsx';
import { uncheckedPapers } from './unchecked-papers.tsx';
import type { RunWork } from './use-run-work.ts';

/** After the last step: the outcome the procedure proposes, or another; and what was left undone. */
export function EndOfRun({ work }: { work: RunWork }) {
  const { t } = useTranslation(['procedure', 'session']);
  const end = useDeskAction('endRun');
  const proposed = foreseenOutcome(work.run, work.view);
  const [other, setOther] = useState<Outcome>();
  const chosen = other ?? proposed?.is;
  const words = wordsOfOutcome(work.run, proposed, chosen);
  return (
    <div className="step">
      <FocusedHeading>{t('end.title')}</FocusedHeading>
      <UndoneSteps work={work} />
      {words && (
        <div className="proposed-outcome">
          <p className="step-kind">{t('end.suggested')}</p>
          <p className="proposed-title">{words.title}</p>
          <p>{words.resident}</p>
        </div>
      )}
      <SelectField
        label={t('end.outcome')}
        value={chosen ?? ''}
        onChange={(wanted) => setOther(outcomes.find((outcome) => outcome === wanted))}
        options={outcomes.map((outcome) => ({ value: outcome, text: t(`session:outcome.${outcome}`) }))}
      />
      <StepActions work={work} above={<RefusalAlert refusal={end.refusal} />}>
        {chosen !== undefined && (
          <Button kind="primary" icon="check" busy={end.busy} onClick={() => void end.run({ runId: work.run.record.id, outcome: chosen })}>
            {t('end.conclude')}
          </Button>
        )}
      </StepActions>
    </div>
  );
}

/** Steps still to do, and those left with papers of which nothing was said. */
function UndoneSteps({ work }: { work: RunWork }) {
  const { t } = useTranslation('procedure');
  const unchecked = (id: string) => uncheckedPapers(work.view, work.run.procedure.steps.find((step) => step.id === id)).length;
  const undone = work.view.steps.filter(({ id, state }) => state === 'todo' || (state === 'done' && unchecked(id) > 0));
  if (undone.length === 0) return null;
  return (
    <Alert kind="warning" title={t('end.undone')}>
      <ul className="undone">
        {undone.map(({ id }) => (
          <li key={id}>
            <Button kind="quiet" onClick={() => work.go(id)}>
              {work.run.texts.steps[id]?.title ?? id}
            </Button>
            {unchecked(id) > 0 && ` ${t('end.unchecked', { count: unchecked(id) })}`}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
