import { oneLine } from '../../../shared/text/written-text.ts';
import type { Checklist } from '../../../shared/hub/prepared-question.ts';
import { evaluateRun } from '../../../shared/procedure/procedure-run.ts';
import type { StepView } from '../../../shared/procedure/run-view.ts';
import type { RunScreen } from '../../../shared/session/session-view.ts';

/** What fits into a checklist: see checklistSchema. */
const limits = { procedure: 120, title: 160, rows: 60 } as const;

/**
 * Where a run stands, for an official: titles from the catalogue and states. Answers, names and numbers stay at the desk.
 * @param today the desk's calendar day, `YYYY-MM-DD`
 */
export function runChecklist({ procedure, texts, state, record }: RunScreen, today: string): Checklist {
  const view = evaluateRun(procedure, state, today);
  const steps = view.steps.map((step) => ({ title: cut(texts.steps[step.id]?.title ?? step.id, limits.title), state: stepState(step, record.currentStep) }));
  const documents = view.documents.map((need) => ({
    title: cut(texts.documents[need.document]?.name ?? need.document, limits.title),
    state: need.state ?? ('unmarked' as const),
  }));
  return { procedure: cut(texts.title, limits.procedure), steps: steps.slice(0, limits.rows), documents: documents.slice(0, limits.rows) };
}

function stepState({ id, state }: StepView, current: string): Checklist['steps'][number]['state'] {
  if (state === 'todo') return id === current ? 'now' : 'ahead';
  return state;
}

/** Whole words where it must be shorter. */
function cut(text: string, length: number): string {
  const line = oneLine(text);
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/\s+\S*$/, '')}…`;
}
