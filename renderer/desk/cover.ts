import { useSyncExternalStore } from 'react';

let covered = false;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Takes the clerk's screens out of sight although the desk, which alone can lock, does not answer; or shows them again. */
export function coverScreen(on: boolean): void {
  covered = on;
  for (const listener of listeners) listener();
}

export const useCovered = (): boolean => useSyncExternalStore(subscribe, () => covered);
