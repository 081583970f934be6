import type { Dismissal } from '../../shared/hub/hub-frames.ts';
import type { HubConnection } from '../../shared/hub/hub-line.ts';
import type { GuestHubView } from '../../shared/hub/hub-views.ts';

export type OverReason = 'left' | 'ended' | 'removed' | 'not-invited' | 'opened-elsewhere' | 'failed';

/** Why there is nothing left to take part in; `undefined` while there is. */
export function overReason(connection: HubConnection, view: Pick<GuestHubView, 'ended'> | undefined): OverReason | undefined {
  if (view?.ended === true) return 'ended';
  return connection.at === 'dismissed' ? ofDismissal[connection.reason] : undefined;
}

const ofDismissal: Readonly<Record<Dismissal, OverReason>> = {
  removed: 'removed',
  'session-expired': 'not-invited',
  'opened-elsewhere': 'opened-elsewhere',
  'too-many': 'failed',
  'not-understood': 'failed',
  // Said to desks alone.
  'not-enrolled': 'failed',
  'desk-revoked': 'failed',
};
