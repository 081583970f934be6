import { instantText } from '../shared/desk/clock.ts';
import type { Board } from './board.ts';
import type { HubLog } from './hub-log.ts';
import type { HubTime } from './hub-time.ts';
import type { Presence } from './presence.ts';
import type { RelaySettings } from './relay-pass.ts';
import type { HubStore, StoredConsultation } from './store/hub-store.ts';
import type { ViewPusher } from './views/view-pusher.ts';

/** What the parts of a running hub share. */
export interface HubContext {
  readonly store: HubStore;
  readonly time: HubTime;
  readonly log: HubLog;
  /** The hub's own origins; the first is the one told to people. */
  readonly addresses: readonly string[];
  readonly relay: RelaySettings | undefined;
  readonly presence: Presence;
  readonly board: Board;
  readonly views: ViewPusher;
}

/** Now, as the store writes it. */
export const now = ({ time }: Pick<HubContext, 'time'>): string => instantText(time.clock());

/** The hub's time so many seconds from now, as the store writes it. */
export const secondsFromNow = ({ time }: Pick<HubContext, 'time'>, seconds: number): string => instantText(time.clock().add({ seconds }));

/** A consultation stands elsewhere than before: whoever sees it is shown so. */
export function consultationMoved(context: Pick<HubContext, 'board' | 'views' | 'log'>, consultation: StoredConsultation): void {
  const { board, views } = context;
  const before = board.note(consultation);
  const { state } = consultation;
  const officials = [before?.officialId, 'officialId' in state ? state.officialId : null];
  for (const officialId of new Set(officials)) if (officialId !== null && officialId !== undefined) views.touchOfficial(officialId);
  for (const officeId of new Set([before?.officeId, consultation.officeId])) if (officeId !== undefined) views.touchOffice(officeId);
  views.touchDesk(consultation.deskId);
  if (before?.callId !== null && before?.callId !== undefined) views.touchGuests(before.callId);
  context.log('consultation-moved', { consultation: consultation.id, state: state.at, ...(state.at === 'ended' ? { reason: state.reason } : {}) });
}
