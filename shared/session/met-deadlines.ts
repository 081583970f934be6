import type { RunScreen } from './session-view.ts';

/**
 * Last days that no longer press: those a submission step names, once something was sent at that step ("68 days to
 * apply" after the application has gone out).
 */
export function metDeadlines({ procedure, record }: RunScreen): ReadonlySet<string> {
  const sentAt = new Set(record.submissions.filter(({ result }) => result?.sent === true).map(({ step }) => step));
  const named = procedure.steps.filter((step) => sentAt.has(step.id)).flatMap((step) => step.deadlines ?? []);
  const lastDays = procedure.deadlines.filter(({ id, kind }) => kind === 'last-day' && named.includes(id));
  return new Set(lastDays.map(({ id }) => id));
}
