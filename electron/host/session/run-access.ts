import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { HostContext } from '../host-context.ts';
import { findRun } from './run-store.ts';
import type { RunRow } from './run-store.ts';
import { sessionInHand, visibleSession } from './session-access.ts';

/** A run of a session the signed-in clerk may look at. Refuses: `no-such-run`, `session-confidential`. */
export function visibleRun(context: HostContext, runId: string): Answer<RunRow> {
  const run = findRun(context.db, runId);
  if (run === undefined) return refuse('no-such-run');
  const session = visibleSession(context, run.session_id);
  return session.ok ? answer(run) : session;
}

/** A run of the session in hand, ended or not. Refuses besides: `session-closed`, `session-not-resumed`. */
export function runInHand(context: HostContext, runId: string): Answer<RunRow> {
  const run = findRun(context.db, runId);
  if (run === undefined) return refuse('no-such-run');
  const session = sessionInHand(context, run.session_id);
  return session.ok ? answer(run) : session;
}

/** A run that may be worked on: of the session in hand, and not ended. Refuses besides: `run-ended`. */
export function openRun(context: HostContext, runId: string): Answer<RunRow> {
  const run = runInHand(context, runId);
  return run.ok && run.value.ended_at !== null ? refuse('run-ended') : run;
}
