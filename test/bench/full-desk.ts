import { fillWithSessions } from '../../electron/host/training/synthetic-sessions.ts';
import { openTestDesk, setUpTestDesk, signInToTestDesk, testLibrary } from '../kill/kill-desk.ts';
import type { Desk } from '../../electron/host/desk-methods.ts';

/** Makes a desk with so many synthetic sessions of the ten years before `to` on a folder. */
export async function makeFullDesk(folder: string, sessions: number, to: string): Promise<void> {
  const library = testLibrary();
  const from = `${Number(to.slice(0, 4)) - 10}${to.slice(4)}`;
  await setUpTestDesk(folder, (db, clerkId) => fillWithSessions(db, { sessions, seed: 50, from, to, clerkIds: [clerkId], library }));
}

/** Opens it and signs its supervisor in. */
export async function openFullDesk(folder: string): Promise<Desk> {
  const desk = openTestDesk(folder);
  await signInToTestDesk(desk);
  return desk;
}
