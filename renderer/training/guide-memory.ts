import { useSyncExternalStore } from 'react';

interface Guide {
  readonly open: boolean;
  /** The session the trainee is in, or was in last. */
  readonly sessionId: string | undefined;
}

const key = 'guide';
const listeners = new Set<() => void>();
let guide: Guide = { open: sessionStorage.getItem(`${key}-closed`) === null, sessionId: sessionStorage.getItem(`${key}-session`) ?? undefined };

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function change(next: Guide): void {
  guide = next;
  for (const listener of listeners) listener();
}

/** Whether the guide is open and which session it watches; kept until the window is closed. */
export const useGuide = (): Guide => useSyncExternalStore(subscribe, () => guide);

export function openGuide(open: boolean): void {
  if (open) sessionStorage.removeItem(`${key}-closed`);
  else sessionStorage.setItem(`${key}-closed`, 'yes');
  change({ ...guide, open });
}

export function watchSession(sessionId: string | undefined): void {
  if (sessionId === guide.sessionId) return;
  if (sessionId === undefined) sessionStorage.removeItem(`${key}-session`);
  else sessionStorage.setItem(`${key}-session`, sessionId);
  change({ ...guide, sessionId });
}
