import type { HostContext } from '../host-context.ts';

/** Lists show a confidential session to its clerk and to supervisors alone: a condition on a `session` row called `s`. */
export const visibleTo = `(s.privacy <> 'confidential' or @supervisor = 1 or s.clerk_id = @seat)`;

/** What `visibleTo` needs bound. */
export interface Viewer {
  readonly seat: string;
  readonly supervisor: 0 | 1;
}
export const viewerOf = ({ seat }: HostContext): Viewer => ({ seat: seat.clerkId, supervisor: seat.role === 'supervisor' ? 1 : 0 });
