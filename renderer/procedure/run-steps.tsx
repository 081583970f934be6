import { useTranslation } from 'react-i18next';
import type { StepView } from '../../shared/procedure/run-view.ts';
import { Icon } from '../ui/icon.tsx';
import type { RunWork } from './use-run-work.ts';

/** The steps on the way, done and to do, each a button that goes there; those that depend on answers folded into one line. */
export function RunSteps({ work }: { work: RunWork }) {
  const { t } = useTranslation('procedure');
  const certain = work.view.steps.filter(({ state }) => state !== 'possible');
  return (
    <ol className="run-steps" aria-label={t('steps')}>
      {certain.map((step, index) => (
        <li key={step.id} className={`run-step run-step-${step.state}`}>
          <button type="button" className="run-step-place" aria-current={step.id === work.step ? 'step' : undefined} onClick={() => work.go(step.id)}>
            <StepMark step={step} number={index + 1} />
            <StepTitle work={work} step={step} />
          </button>
        </li>
      ))}
      <PossibleSteps work={work} />
      <li className="run-step">
        <button type="button" className="run-step-place" aria-current={work.step === undefined ? 'step' : undefined} onClick={() => work.go(undefined)}>
          <span className="run-step-mark" aria-hidden="true">
            <Icon name="flag" />
          </span>
          {t('end.title')}
        </button>
      </li>
    </ol>
  );
}

/** Twenty steps that may never come frighten: one line, that opens. */
function PossibleSteps({ work }: { work: RunWork }) {
  const { t } = useTranslation('procedure');
  const possible = work.view.steps.filter(({ state }) => state === 'possible');
  if (possible.length === 0) return null;
  return (
    <li className="run-step run-step-possible">
      <details>
        <summary>{t('stepsPossible', { count: possible.length })}</summary>
        <ul>
          {possible.map((step) => (
            <li key={step.id}>{stepTitle(work, step)}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}

const stepTitle = (work: RunWork, step: StepView): string => work.run.texts.steps[step.id]?.title ?? step.id;

function StepMark({ step, number }: { step: StepView; number: number }) {
  return (
    <span className="run-step-mark" aria-hidden="true">
      {step.state === 'done' ? <Icon name="check" /> : number}
    </span>
  );
}

function StepTitle({ work, step }: { work: RunWork; step: StepView }) {
  const { t } = useTranslation('procedure');
  return (
    <span>
      {stepTitle(work, step)} <span className="visually-hidden">({step.state === 'done' ? t('stepDone') : t('stepTodo')})</span>
    </span>
  );
}
