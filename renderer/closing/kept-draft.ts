import { useState } from 'react';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDescription, useDesk } from '../desk/desk-context.tsx';
import { closingDraft } from './closing-draft.ts';
import type { ClosingDraft } from './closing-draft.ts';

/** The name under which the desk keeps the closing answers of a session: they are one record, written when all are there. */
export const closingFormName = (sessionId: string) => `closing ${sessionId}`;

/**
 * The closing questions of a session: what its runs propose, under what the clerk has answered by hand.
 * @param left what this clerk had answered before a reload or a colleague's turn; an empty text when nothing
 */
export function useClosingDraft(session: SessionDetail, left: string): { draft: ClosingDraft; write: (change: Partial<ClosingDraft>) => void; forget: () => void } {
  const desk = useDesk();
  const { today } = useDescription();
  const form = closingFormName(session.id);
  const [answered, setAnswered] = useState<Partial<ClosingDraft>>(() => (left === '' ? {} : JSON.parse(left)));
  const write = (change: Partial<ClosingDraft>) => {
    const next = { ...answered, ...change };
    setAnswered(next);
    void desk.keepDraft({ form, text: JSON.stringify(next) });
  };
  return { draft: { ...closingDraft(session, today), ...answered }, write, forget: () => void desk.keepDraft({ form, text: '' }) };
}
