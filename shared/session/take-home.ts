import { Temporal } from 'temporal-polyfill';
import { calendarDay } from '../desk/clock.ts';
import type { ConsultationOutcome } from '../hub/closed-lists.ts';
import { evaluateRun } from '../procedure/procedure-run.ts';
import type { DeadlineDefinition } from '../procedure/procedure.ts';
import type { ConsultationRecord } from './consultation-view.ts';
import type { NumberKind, Outcome, Referral } from './closed-lists.ts';
import { expiredDocuments } from './expired-documents.ts';
import type { ExpiredDocument } from './expired-documents.ts';
import { foreseenOutcome, isUnsettled, wordsOfOutcome } from './foreseen-outcome.ts';
import { metDeadlines } from './met-deadlines.ts';
import { papersToBring } from './papers-to-bring.ts';
import type { RunOnPaper, TakeHomePaper } from './papers-to-bring.ts';
import type { RunScreen, SessionDetail } from './session-view.ts';
import { placesToAsk } from './where-to-ask.ts';
import type { PlacesToAsk } from './where-to-ask.ts';

/** What was done in one run. */
export interface TakeHomeRun {
  readonly runId: string;
  readonly title: string;
  /** Undefined while the run goes on. */
  readonly outcome: Outcome | undefined;
  /** The procedure's own sentence for the resident, when the run ended the way the procedure foresaw. */
  readonly sentence: string | undefined;
  readonly sentOn: readonly { readonly portal: string; readonly at: string }[];
  /** Instant a sending was announced at of which nobody told what became; undefined when it is known, or something was sent. */
  readonly unsettledSince: string | undefined;
}

export interface TakeHomeNumber {
  readonly kind: NumberKind;
  readonly value: string;
  readonly title: string;
}

/** What an INPS official said in a conversation from the desk. */
export interface TakeHomeAdvice {
  readonly consultationId: string;
  /** Instant the desk had it at. */
  readonly at: string;
  readonly office: string;
  readonly outcome: ConsultationOutcome;
  /** What the resident must do, in the official's words; empty when there is nothing. */
  readonly toDo: string;
}

export interface TakeHomeDate {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly what: string;
  /** `appointment` for what the clerk noted down as a follow-up. */
  readonly kind: DeadlineDefinition['kind'] | 'appointment';
  /** Title of the procedure, or undefined for follow-ups. */
  readonly title: string | undefined;
}

/** The page the resident takes home: what it says, without the words around it. */
export interface TakeHome {
  readonly sessionNumber: string;
  /** Instant the session was opened at. */
  readonly openedAt: string;
  /** Name of the person it is for; empty for an anonymous session. */
  readonly who: string;
  readonly runs: readonly TakeHomeRun[];
  /** How a session without any procedure ended; otherwise each run says it of itself. */
  readonly outcome: Outcome | undefined;
  readonly advice: readonly TakeHomeAdvice[];
  readonly numbers: readonly TakeHomeNumber[];
  readonly toBring: readonly TakeHomePaper[];
  readonly toRenew: readonly ExpiredDocument[];
  readonly dates: readonly TakeHomeDate[];
  /** Whom the resident was sent to; undefined when to nobody. */
  readonly referral: Exclude<Referral, 'none'> | undefined;
  readonly whereToAsk: readonly PlacesToAsk[];
}

/**
 * Composes the take-home page of a session.
 * @param today the desk's calendar day, `YYYY-MM-DD`: earlier dates are left out
 * @returns undefined for a confidential session, of which nothing is ever printed
 */
export function takeHome(session: SessionDetail, today: string): TakeHome | undefined {
  if (session.privacy === 'confidential') return undefined;
  const runs = session.runs.map((run) => ({ run, view: evaluateRun(run.procedure, run.state, dayOf(run, today)) }));
  return {
    sessionNumber: session.number,
    openedAt: session.openedAt,
    who: session.who,
    runs: runs.map(whatWasDone),
    outcome: runs.length === 0 ? session.outcome : undefined,
    advice: session.consultations.flatMap(whatWasSaid),
    numbers: runs.flatMap(({ run }) => run.record.numbers.map(({ kind, value }) => ({ kind, value, title: run.texts.title }))),
    toBring: onceEach(runs.flatMap(papersToBring), (paper) => `${paper.name}/${paper.role}`),
    toRenew: expiredDocuments(session.people),
    dates: datesAhead(session, runs, today),
    referral: sentTo(session),
    whereToAsk: placesToAsk(session.runs),
  };
}

function sentTo({ closing }: SessionDetail): TakeHome['referral'] {
  return closing === undefined || closing.referral === 'none' ? undefined : closing.referral;
}

/** A run is told as it ended, whenever the page is printed again: days counted from sending do not move along. */
const dayOf = ({ record }: RunScreen, today: string): string =>
  record.endedAt === undefined ? today : calendarDay(Temporal.Instant.from(record.endedAt));

function whatWasDone({ run, view }: RunOnPaper): TakeHomeRun {
  const foreseen = foreseenOutcome(run, view);
  return {
    runId: run.record.id,
    title: run.texts.title,
    outcome: run.record.outcome,
    sentence: wordsOfOutcome(run, foreseen, run.record.outcome)?.resident,
    sentOn: run.record.submissions.flatMap(({ portal, result }) => (result?.sent ? [{ portal, at: result.at }] : [])),
    unsettledSince: isUnsettled(run) ? run.record.submissions.findLast(({ result }) => result === undefined)?.intendedAt : undefined,
  };
}

const whatWasSaid = ({ id, officeName, wrapUp }: ConsultationRecord): readonly TakeHomeAdvice[] =>
  wrapUp === null ? [] : [{ consultationId: id, at: wrapUp.at, office: officeName, outcome: wrapUp.outcome, toDo: wrapUp.words?.toDo.trim() ?? '' }];

function datesAhead(session: SessionDetail, runs: readonly RunOnPaper[], today: string): readonly TakeHomeDate[] {
  const deadlines = runs.flatMap(({ run, view }) => {
    const met = metDeadlines(run);
    const ahead = view.deadlines.filter(({ id }) => !met.has(id));
    return ahead.map(({ id, date, kind }) => ({ date, what: run.texts.deadlines[id]?.name ?? id, kind, title: run.texts.title }));
  });
  const appointments = session.followUps
    .filter((followUp) => followUp.state === 'open')
    .map(({ due, what }) => ({ date: due, what, kind: 'appointment' as const, title: undefined }));
  return [...deadlines, ...appointments].filter(({ date }) => date >= today).toSorted((a, b) => a.date.localeCompare(b.date));
}

function onceEach<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const keys = items.map(key);
  return items.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
