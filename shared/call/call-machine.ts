import type { Medium } from '../hub/closed-lists.ts';
import { fromApart, fromBridging, fromConnecting, fromElsewhere, fromLive, fromStart } from './call-transitions.ts';
import type { CallEndReason, LegEndReason } from './leg-reasons.ts';

/** What a peer connection carries itself; phone and link are carried elsewhere. */
export type Carried = Extract<Medium, 'video' | 'audio'>;

/**
 * Where a call between this page and one other party stands. Times are milliseconds of a clock that only goes forward.
 *
 *     ready ─start▶ connecting ─media▶ live ⇄ bridging ─60 s▶ apart
 *                       ▲                │        │              │
 *                       └───── network back, new leg ────────────┤
 *                 elsewhere (phone, link) ◀── changeMedium ──────┘
 *     every state ── hang up, remote bye, consultation ended ──▶ over
 *
 * `connecting` a connection is being built and nothing came yet; `bridging` media stopped and is being brought back in the
 * same leg; `apart` the leg was given up, and a new one begins by itself when the network is back.
 */
export type CallState =
  | { readonly at: 'ready' }
  /** `begun`: when the call was taken up, however often it was built anew `since`. */
  | { readonly at: 'connecting'; readonly medium: Carried; readonly begun: number; readonly since: number; readonly rebuilds: number }
  | { readonly at: 'live'; readonly medium: Carried; readonly since: number }
  | { readonly at: 'bridging'; readonly medium: Carried; readonly since: number; readonly lastTry: number; readonly restarts: number; readonly rebuilds: number; readonly hubUp: boolean }
  | { readonly at: 'apart'; readonly medium: Carried; readonly since: number }
  | { readonly at: 'elsewhere'; readonly medium: 'phone' | 'link'; readonly since: number }
  | { readonly at: 'over'; readonly reason: CallEndReason };

export type CallEvent =
  /** Devices were seen and heard, consent was given. */
  | { readonly type: 'start'; readonly medium: Carried }
  /** The first picture or sound of the other side. */
  | { readonly type: 'mediaCame' }
  /** No byte for the time of the stall watch, or the connection says it failed. */
  | { readonly type: 'mediaStopped' }
  | { readonly type: 'hubLost' }
  /** The hub is there again and says the other party is too. */
  | { readonly type: 'hubBack' }
  /** By hand, by the ladder, or because the other side did. */
  | { readonly type: 'changeMedium'; readonly medium: Medium }
  | { readonly type: 'hangUp' }
  | { readonly type: 'remoteHungUp' }
  | { readonly type: 'consultationEnded' }
  | { readonly type: 'tick' };

/** What a page has to do for its call. */
export type CallEffect =
  | { readonly do: 'openLeg'; readonly medium: Medium }
  | { readonly do: 'closeLeg'; readonly reason: LegEndReason }
  /** A new peer connection, with the tracks there are. */
  | { readonly do: 'build'; readonly medium: Carried }
  /** New paths for the connection there is. */
  | { readonly do: 'restart' }
  | { readonly do: 'tearDown'; readonly sayBye: boolean }
  | { readonly do: 'setMedium'; readonly medium: Carried }
  /** The first picture or sound came, so long after the call was taken up. */
  | { readonly do: 'countSetUp'; readonly afterMs: number }
  | { readonly do: 'countReconnection'; readonly afterMs: number }
  /** A `tick` is wanted at that time. */
  | { readonly do: 'wake'; readonly at: number };

export interface CallStep {
  readonly state: CallState;
  readonly effects: readonly CallEffect[];
  /** The event came late or fits nothing here: worth a line in the log. */
  readonly ignored: boolean;
}

export const newCall: CallState = { at: 'ready' };

/** The next state of a call and what is to be done for it. Pure; an event that does not fit changes nothing. */
export function nextCall(state: CallState, event: CallEvent, now: number): CallStep {
  const step = goingOn(state, event, now);
  return step === undefined ? { state, effects: [], ignored: event.type !== 'tick' } : { ...step, ignored: false };
}

function goingOn(state: CallState, event: CallEvent, now: number): Omit<CallStep, 'ignored'> | undefined {
  switch (state.at) {
    case 'ready':
      return fromStart(event, now);
    case 'connecting':
      return fromConnecting(state, event, now);
    case 'live':
      return fromLive(state, event, now);
    case 'bridging':
      return fromBridging(state, event, now);
    case 'apart':
      return fromApart(state, event, now);
    case 'elsewhere':
      return fromElsewhere(state, event, now);
    case 'over':
      return undefined;
  }
}
