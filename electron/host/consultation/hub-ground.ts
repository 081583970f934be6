import type { DeskMode } from '../../../shared/desk/desk-view.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { TrialHubSource } from '../hub-link/trial-hub-source.ts';
import type { ChangeGround } from '../session/commit-change.ts';
import type { Timers } from '../timers.ts';
import type { Uptime } from '../uptime.ts';

/** What the desk's dealings with a hub stand on, from one sign-in to the next sign-out. The journal is written in nobody's name. */
export interface HubGround extends ChangeGround {
  readonly mode: DeskMode;
  readonly timers: Timers;
  readonly uptime: Uptime;
  readonly settings: () => Settings;
  /** Keeps another hub's address among the settings; null is none. */
  readonly saveHubAddress: (address: string | null) => void;
  readonly trialHub: TrialHubSource;
  /** Somebody is at the desk: in a call nobody types. */
  readonly keepAwake: () => void;
}
