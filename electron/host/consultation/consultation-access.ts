import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { HostContext } from '../host-context.ts';
import { visibleSession } from '../session/session-access.ts';
import { findConsultation } from './consultation-store.ts';
import type { ConsultationRow } from './consultation-store.ts';

/** A consultation of a session the signed-in clerk may look at. Refuses: `no-such-consultation`, `session-confidential`. */
export function visibleConsultation(context: HostContext, id: string): Answer<ConsultationRow> {
  const row = findConsultation(context.db, id);
  if (row === undefined) return refuse('no-such-consultation');
  const session = visibleSession(context, row.session_id);
  return session.ok ? answer(row) : session;
}
