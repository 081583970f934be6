import type { Board } from '../board.ts';
import type { HubLog } from '../hub-log.ts';
import type { HubTime } from '../hub-time.ts';
import type { Presence } from '../presence.ts';
import type { HubStore } from '../store/hub-store.ts';

/** What views are made from. */
export interface ViewGround {
  readonly store: HubStore;
  readonly time: HubTime;
  readonly board: Board;
  readonly presence: Presence;
  readonly log: HubLog;
}
