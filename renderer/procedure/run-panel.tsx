import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { EndOfRun } from './end-of-run.tsx';
import { NoteField } from './note-field.tsx';
import { RunEnded } from './run-ended.tsx';
import { RunProgress } from './run-progress.tsx';
import { SourcesPanel } from './sources-panel.tsx';
import { StepPanel } from './step-panel.tsx';
import type { RunWork } from './use-run-work.ts';

/** A procedure being carried out: the step on screen, then what belongs to the whole of it. */
export function RunPanel({ session, work }: { session: SessionDetail; work: RunWork }) {
  const { t } = useTranslation('procedure');
  const { run, view } = work;
  const definition = run.procedure.steps.find((step) => step.id === work.step);
  return (
    <article className="run" aria-label={run.texts.title}>
      <header className="run-header">
        <p className="run-title">{run.texts.title}</p>
        <RunProgress progress={view.progress} />
      </header>
      {run.record.outcome !== undefined ? (
        <RunEnded session={session} work={work} outcome={run.record.outcome} />
      ) : definition === undefined ? (
        <EndOfRun work={work} />
      ) : (
        <StepPanel key={definition.id} session={session} work={work} step={definition} />
      )}
      <NoteField key={run.record.id} runId={run.record.id} saved={run.record.note} />
      <SourcesPanel run={run} label={t('sources.title')} />
    </article>
  );
}
