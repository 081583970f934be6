import { useState } from 'react';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { closingDraft } from './closing-draft.ts';
import type { ClosingDraft } from './closing-draft.ts';

/** What was answered by hand, by clerk and session: the closing questions are one record, written when all are answered. */
const kept = new Map<string, Partial<ClosingDraft>>();

/** The closing questions of a session: what its runs propose, under what the clerk has answered before leaving the page. */
export function useClosingDraft(session: SessionDetail): { draft: ClosingDraft; write: (change: Partial<ClosingDraft>) => void; forget: () => void } {
  const { today, signedIn } = useDescription();
  const key = `${signedIn?.clerkId ?? ''} ${session.id}`;
  const [answered, setAnswered] = useState(() => kept.get(key) ?? {});
  const write = (change: Partial<ClosingDraft>) => {
    const next = { ...answered, ...change };
    kept.set(key, next);
    setAnswered(next);
  };
  return { draft: { ...closingDraft(session, today), ...answered }, write, forget: () => void kept.delete(key) };
}
