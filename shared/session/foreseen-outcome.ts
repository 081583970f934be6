import type { RunView } from '../procedure/run-view.ts';
import type { RunScreen } from './session-view.ts';

/**
 * The outcome a procedure foresees for a run as it stands. Its conditions see facts and papers, not the portal: where the
 * way leads through a submission, "submitted" is foreseen only once the clerk has said that one went out. A sheet must
 * never tell a resident that an application was sent when nobody knows it was.
 */
export function foreseenOutcome(run: RunScreen, view: RunView): RunView['outcome'] {
  if (view.outcome?.is !== 'submitted') return view.outcome;
  const onTheWay = new Set(view.steps.filter(({ state }) => state !== 'possible').map(({ id }) => id));
  const submits = run.procedure.steps.some(({ id, kind }) => kind === 'submission' && onTheWay.has(id));
  const sent = run.record.submissions.some(({ result }) => result?.sent === true);
  return submits && !sent ? undefined : view.outcome;
}
