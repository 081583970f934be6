import { evaluateRun } from '../../shared/procedure/procedure-run.ts';
import { foreseenOutcome } from '../../shared/session/foreseen-outcome.ts';
import type { Outcome, Referral } from '../../shared/session/closed-lists.ts';
import { isReminderDay } from '../../shared/session/reminder-day.ts';
import type { Closing, SessionDetail } from '../../shared/session/session-view.ts';
import { oneLine } from '../../shared/text/written-text.ts';

/** The closing questions as they stand on screen. */
export interface ClosingDraft {
  readonly outcome: Outcome | undefined;
  readonly autonomy: Closing['autonomy'] | undefined;
  readonly useful: Closing['useful'] | undefined;
  readonly referral: Referral;
  readonly followUp: boolean;
  /** `YYYY-MM-DD` */
  readonly due: string | undefined;
  readonly what: string;
}

export type ClosingField = 'outcome' | 'autonomy' | 'useful' | 'due' | 'what';
export type ClosingProblems = Readonly<Partial<Record<ClosingField, true>>>;

/** A follow-up some procedure of the session foresees. */
export interface FollowUpProposal {
  readonly due: string;
  readonly what: string;
}

/** Of several runs the one that got furthest speaks for the session. */
const weight: Readonly<Record<Outcome, number>> = {
  submitted: 9,
  'handed-over': 8,
  'appointment-made': 7,
  'documents-missing': 6,
  referred: 5,
  'not-entitled': 4,
  'info-only': 3,
  'technical-failure': 2,
  'resident-left': 1,
  cancelled: 0,
};

/** What the runs propose: their outcome, and the referral a block of theirs names, one that stops the clerk before one that only warns. */
export function closingDraft(session: SessionDetail, today: string): ClosingDraft {
  const views = session.runs.map((run) => ({ run, view: evaluateRun(run.procedure, run.state, today) }));
  const outcomes = views.flatMap(({ run, view }) => run.record.outcome ?? foreseenOutcome(run, view)?.is ?? []);
  const standing = views.flatMap(({ view }) => view.blocks.filter(({ passed }) => !passed)).toSorted((a, b) => Number(b.stops) - Number(a.stops));
  const referrals = standing.flatMap(({ referral }) => referral ?? []);
  return {
    outcome: outcomes.toSorted((a, b) => weight[b] - weight[a])[0],
    autonomy: undefined,
    useful: undefined,
    referral: referrals[0] ?? 'none',
    followUp: false,
    due: undefined,
    what: '',
  };
}

/** Follow-ups of all the runs, the nearest first. */
export function followUpProposals(session: SessionDetail, today: string): readonly FollowUpProposal[] {
  const proposals = session.runs.flatMap((run) =>
    evaluateRun(run.procedure, run.state, today).followUps.map(({ id, due }) => ({ due, what: run.texts.followUps[id]?.what ?? id })),
  );
  return proposals.filter(({ due }) => due >= today).toSorted((a, b) => a.due.localeCompare(b.due));
}

/** What is still to be answered or put right before the session can be closed. */
export function closingProblems(draft: ClosingDraft, today: string): ClosingProblems {
  return {
    ...(draft.outcome === undefined && { outcome: true as const }),
    ...(draft.autonomy === undefined && { autonomy: true as const }),
    ...(draft.useful === undefined && { useful: true as const }),
    ...(draft.followUp && (draft.due === undefined || !isReminderDay(draft.due, today)) && { due: true as const }),
    ...(draft.followUp && oneLine(draft.what) === '' && { what: true as const }),
  };
}

/** The answers as the desk takes them; undefined while one is missing. */
export function closingOf({ outcome, autonomy, useful, referral }: ClosingDraft): Closing | undefined {
  return outcome === undefined || autonomy === undefined || useful === undefined ? undefined : { outcome, autonomy, useful, referral };
}
