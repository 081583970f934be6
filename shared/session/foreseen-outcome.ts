import type { Step } from '../procedure/procedure.ts';
import type { RunView, StepState } from '../procedure/run-view.ts';
import type { Outcome } from './closed-lists.ts';
import type { RunScreen } from './session-view.ts';

/** How a run is expected to end; `id` names the procedure's own outcome, whose words may then be said. */
export interface ForeseenOutcome {
  readonly id: string | undefined;
  readonly is: Outcome;
}

/** Endings that are true also of a run in which something was sent. */
const fitsWhatWasSent: readonly Outcome[] = ['submitted', 'appointment-made', 'handed-over'];

/**
 * The outcome foreseen for a run as it stands. A procedure's outcomes go by facts and papers, not by the portal: where the way
 * leads through a submission, "submitted" is foreseen only once the clerk has said that one went out, and nothing that denies
 * it afterwards (a block gone past knowingly leaves a paper missing). A sheet must never tell a resident that an application
 * was sent when nobody knows it was, nor the contrary: while a sending was announced and nobody told what became of it, nothing is foreseen. "Handed over" likewise waits for its step to be left as done, and then nothing denies it.
 */
export function foreseenOutcome(run: RunScreen, view: RunView): ForeseenOutcome | undefined {
  const { outcome } = view;
  if (run.record.submissions.some(({ result }) => result?.sent === true)) {
    return outcome !== undefined && fitsWhatWasSent.includes(outcome.is) ? outcome : submittedOutcome(run, view);
  }
  if (isUnsettled(run)) return undefined;
  if (hasStep('handover', ['done'], run, view)) return view.outcomes.find(({ is }) => is === 'handed-over') ?? outcome;
  return outcome !== undefined && awaitsItsAct(outcome.is, run, view) ? undefined : outcome;
}

/** Whether the way leads through the sending, or the handing over, that an outcome tells of, and nobody has said it was done. */
function awaitsItsAct(is: Outcome, run: RunScreen, view: RunView): boolean {
  return (is === 'submitted' && hasStep('submission', ['todo', 'done'], run, view)) || (is === 'handed-over' && hasStep('handover', ['todo'], run, view));
}

function hasStep(kind: Step['kind'], wanted: readonly StepState[], { procedure }: RunScreen, view: RunView): boolean {
  const states = new Map(view.steps.map(({ id, state }) => [id, state]));
  return procedure.steps.some((step) => step.kind === kind && wanted.includes(states.get(step.id) ?? 'possible'));
}

/** A sending was announced, nobody told what became of it, and none is known to have gone out. */
export function isUnsettled({ record }: Pick<RunScreen, 'record'>): boolean {
  return record.submissions.some(({ result }) => result === undefined) && !record.submissions.some(({ result }) => result?.sent === true);
}

/** "Submitted", in the procedure's words: of the first such outcome that holds, as everywhere; when none does, of the only one there is. */
function submittedOutcome({ procedure }: RunScreen, { outcomes }: RunView): ForeseenOutcome {
  const holding = outcomes.find(({ is }) => is === 'submitted');
  const [only, ...others] = procedure.outcomes.filter(({ is }) => is === 'submitted');
  return { id: holding?.id ?? (others.length === 0 ? only?.id : undefined), is: 'submitted' };
}

/** The procedure's own words for a foreseen outcome, when the run ends or ended that way. */
export function wordsOfOutcome({ texts }: Pick<RunScreen, 'texts'>, foreseen: ForeseenOutcome | undefined, outcome: Outcome | undefined) {
  return foreseen?.id === undefined || foreseen.is !== outcome ? undefined : texts.outcomes[foreseen.id];
}
