import type { RefusalCode } from '../../../shared/desk/refusal.ts';
import type { Privacy, SessionState } from '../../../shared/session/closed-lists.ts';
import { supervisor } from './context-in-a-folder.ts';

/** What a session is to the model: its state, and what the rules look at. */
export interface ModelSession {
  id: string;
  number: string;
  /** Closed once, it has been somebody's visit. */
  everClosed: boolean;
  state: SessionState;
  privacy: Privacy;
  clerk: string;
  mainPerson: string | undefined;
  runs: { id: string; ended: boolean; pending: string | undefined }[];
  daysClosed: number;
}

/** Nobody and nothing was ever written down in it; an anonymous session has somebody from its first moment. */
export const isEmpty = ({ everClosed, runs, mainPerson, privacy }: ModelSession): boolean =>
  !everClosed && runs.length === 0 && (mainPerson === undefined || privacy === 'anonymous');

export interface Model {
  seat: string;
  sessions: ModelSession[];
}

export type Deed =
  | { do: 'open'; privacy: Privacy }
  | { do: 'suspend' | 'resume' | 'close' | 'reopen' | 'close-interrupted' | 'add-main' | 'remove-main' | 'start-run'; session: number }
  | { do: 'privacy'; session: number; privacy: Privacy }
  | { do: 'end-run' | 'resume-run' | 'intend' | 'settle'; session: number; run: number }
  | { do: 'sit'; seat: string }
  | { do: 'crash' }
  | { do: 'wait'; days: number };

export type SessionDeed = Exclude<Deed, { do: 'open' | 'sit' | 'crash' | 'wait' }>;

const inHand = (model: Model, session: ModelSession): RefusalCode | undefined => {
  if (session.state === 'closed') return 'session-closed';
  return session.state === 'open' && session.clerk === model.seat ? undefined : 'session-not-resumed';
};

/** The refusal the rules ask for; undefined when the deed is to be done. */
export function expectedRefusal(model: Model, session: ModelSession, deed: SessionDeed): RefusalCode | undefined {
  if ('run' in deed && runOf(session, deed) === undefined) return 'no-such-run';
  const visible = session.privacy !== 'confidential' || model.seat === supervisor || session.clerk === model.seat;
  return visible ? refusalWhenVisible(model, session, deed) : 'session-confidential';
}

function refusalWhenVisible(model: Model, session: ModelSession, deed: SessionDeed): RefusalCode | undefined {
  const notInHand = inHand(model, session);
  switch (deed.do) {
    case 'suspend':
      return session.state === 'suspended' ? undefined : notInHand;
    case 'resume':
      return session.state === 'closed' ? 'session-closed' : undefined;
    case 'close':
      return notInHand ?? closingRefusal(session);
    case 'reopen':
      if (session.state !== 'closed') return 'session-not-closed';
      return session.daysClosed > 30 ? 'too-late-to-reopen' : undefined;
    case 'close-interrupted':
      if (session.state === 'closed') return 'session-closed';
      return session.state === 'interrupted' ? undefined : 'session-not-interrupted';
    case 'add-main':
      if (notInHand === undefined && session.privacy === 'anonymous') return 'session-anonymous';
      return notInHand ?? (session.mainPerson === undefined ? undefined : 'main-person-present');
    case 'remove-main':
      return notInHand ?? (session.mainPerson === undefined ? 'no-such-person' : session.privacy === 'anonymous' ? 'main-person-missing' : undefined);
    case 'start-run':
    case 'privacy':
      return notInHand;
    case 'end-run':
    case 'resume-run':
    case 'intend':
    case 'settle':
      return runRefusal(session, deed, notInHand);
  }
}

function closingRefusal(session: ModelSession): RefusalCode | undefined {
  if (session.mainPerson === undefined && session.privacy !== 'confidential') return 'main-person-missing';
  return session.runs.some((run) => run.pending !== undefined) ? 'submission-pending' : undefined;
}

/** The run a deed means; the index goes round. */
export const runOf = (session: ModelSession, deed: { run: number }): ModelSession['runs'][number] | undefined =>
  session.runs[deed.run % Math.max(1, session.runs.length)];

function runRefusal(session: ModelSession, deed: Extract<SessionDeed, { run: number }>, notInHand: RefusalCode | undefined): RefusalCode | undefined {
  const run = runOf(session, deed);
  // What became of a sending may be said late, also of a run that ended with a crash.
  if (deed.do === 'settle' && run?.pending !== undefined) return notInHand === 'session-closed' ? undefined : notInHand;
  if (notInHand !== undefined || run === undefined || deed.do === 'resume-run') return notInHand;
  if (run.ended) return 'run-ended';
  switch (deed.do) {
    case 'end-run':
    case 'intend':
      return run.pending === undefined ? undefined : 'submission-pending';
    case 'settle':
      return 'no-such-submission';
  }
}
