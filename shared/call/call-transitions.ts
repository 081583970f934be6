import type { Medium } from '../hub/closed-lists.ts';
import type { CallEffect, CallEvent, CallState, Carried } from './call-machine.ts';
import { callTiming } from './call-timing.ts';
import type { CallEndReason, LegEndReason } from './leg-reasons.ts';

type State<At extends CallState['at']> = Extract<CallState, { at: At }>;
interface Going {
  readonly state: CallState;
  readonly effects: readonly CallEffect[];
}

const go = (state: CallState, ...effects: readonly CallEffect[]): Going => ({ state, effects });

export function fromStart(event: CallEvent, now: number): Going | undefined {
  switch (event.type) {
    case 'start':
      return connect(event.medium, now);
    case 'changeMedium':
      return isCarried(event.medium) ? undefined : leaveFor(event.medium, now);
    case 'hangUp':
    case 'remoteHungUp':
    case 'consultationEnded':
      return go({ at: 'over', reason: overReasons[event.type] });
    default:
      return undefined;
  }
}

export function fromConnecting(state: State<'connecting'>, event: CallEvent, now: number): Going | undefined {
  switch (event.type) {
    case 'mediaCame':
      return go({ at: 'live', medium: state.medium, since: now }, { do: 'countSetUp', afterMs: now - state.begun });
    case 'tick':
      // A timer may ring a little before its time.
      return keepConnecting(state, false, now) ?? go(state, { do: 'wake', at: state.since + callTiming.connectFor });
    case 'mediaStopped':
      return keepConnecting(state, true, now);
    case 'changeMedium':
      return isCarried(event.medium) ? carryAs(state, event.medium) : leave(event.medium, now);
    default:
      return endOfCarried(event);
  }
}

/** Built anew at most every `connectFor`, however often the connection says it failed: the other side may not be there yet. */
function keepConnecting(state: State<'connecting'>, failed: boolean, now: number): Going | undefined {
  const late = now - state.since >= callTiming.connectFor;
  if (!late && !(failed && state.rebuilds === 0)) return undefined;
  if (state.rebuilds + 1 >= callTiming.connectTries) return giveUp(state.medium, 'never-connected', now);
  const wake = now + callTiming.connectFor;
  return go({ ...state, since: now, rebuilds: state.rebuilds + 1 }, { do: 'build', medium: state.medium }, { do: 'wake', at: wake });
}

export function fromLive(state: State<'live'>, event: CallEvent, now: number): Going | undefined {
  switch (event.type) {
    case 'mediaStopped':
      return go(
        { at: 'bridging', medium: state.medium, since: now, lastTry: now, restarts: 1, rebuilds: 0, hubUp: true },
        { do: 'restart' },
        { do: 'wake', at: now + callTiming.restartEvery },
      );
    case 'changeMedium':
      return isCarried(event.medium) ? carryAs(state, event.medium) : leave(event.medium, now);
    default:
      return endOfCarried(event);
  }
}

export function fromBridging(state: State<'bridging'>, event: CallEvent, now: number): Going | undefined {
  switch (event.type) {
    case 'mediaCame':
      return go({ at: 'live', medium: state.medium, since: now }, { do: 'countReconnection', afterMs: now - state.since });
    case 'hubLost':
      return go({ ...state, hubUp: false });
    case 'hubBack':
      return tryAgain({ ...state, hubUp: true }, now);
    case 'tick':
      return now - state.since >= callTiming.bridgeFor ? giveUp(state.medium, 'network-lost', now) : tryInTime(state, now);
    case 'changeMedium':
      return isCarried(event.medium) ? carryAs(state, event.medium) : leave(event.medium, now);
    default:
      return endOfCarried(event);
  }
}

/** Without the hub nobody would hear of a new try: only the clock is watched then. */
function tryInTime(state: State<'bridging'>, now: number): Going {
  const due = state.lastTry + callTiming.restartEvery;
  if (state.hubUp && now >= due) return tryAgain(state, now);
  // A timer may ring a little before its time.
  const next = state.hubUp ? due : now + callTiming.restartEvery;
  return go(state, wakeWithin(state, next, now));
}

/** Not after the break is too long; nor in the past, when a timer was late and the hub came back first. */
const wakeWithin = ({ since }: State<'bridging'>, at: number, now: number): CallEffect => ({ do: 'wake', at: Math.max(now, Math.min(at, since + callTiming.bridgeFor)) });

/** Restart the paths first; when that was tried often enough, build the connection anew inside the same leg. */
function tryAgain(state: State<'bridging'>, now: number): Going {
  const wake = wakeWithin(state, now + callTiming.restartEvery, now);
  if (state.restarts >= callTiming.restartsBeforeRebuild)
    return go({ ...state, lastTry: now, restarts: 0, rebuilds: state.rebuilds + 1 }, { do: 'build', medium: state.medium }, wake);
  return go({ ...state, lastTry: now, restarts: state.restarts + 1 }, { do: 'restart' }, wake);
}

export function fromApart(state: State<'apart'>, event: CallEvent, now: number): Going | undefined {
  switch (event.type) {
    case 'hubBack':
      return connect(state.medium, now);
    case 'start':
      return connect(event.medium, now);
    case 'changeMedium':
      return isCarried(event.medium) ? connect(event.medium, now) : leaveFor(event.medium, now);
    case 'hangUp':
    case 'remoteHungUp':
    case 'consultationEnded':
      return go({ at: 'over', reason: overReasons[event.type] });
    default:
      return undefined;
  }
}

/** The conversation goes on by telephone or in another programme; it comes back when somebody asks for it. */
export function fromElsewhere(state: State<'elsewhere'>, event: CallEvent, now: number): Going | undefined {
  switch (event.type) {
    case 'changeMedium':
      if (event.medium === state.medium) return undefined;
      return isCarried(event.medium) ? closing('medium-changed', connect(event.medium, now)) : closing('medium-changed', leaveFor(event.medium, now));
    case 'hangUp':
    case 'remoteHungUp':
    case 'consultationEnded':
      return closing(overReasons[event.type], go({ at: 'over', reason: overReasons[event.type] }));
    default:
      return undefined;
  }
}

const overReasons = { hangUp: 'hung-up', remoteHungUp: 'remote-hung-up', consultationEnded: 'consultation-ended' } as const satisfies Record<string, CallEndReason>;

const isCarried = (medium: Medium): medium is Carried => medium === 'video' || medium === 'audio';

const connect = (medium: Carried, now: number): Going =>
  go({ at: 'connecting', medium, begun: now, since: now, rebuilds: 0 }, { do: 'openLeg', medium }, { do: 'build', medium }, { do: 'wake', at: now + callTiming.connectFor });

const closing = (reason: LegEndReason, { state, effects }: Going): Going => go(state, { do: 'closeLeg', reason }, ...effects);

const leaveFor = (medium: 'phone' | 'link', now: number): Going => go({ at: 'elsewhere', medium, since: now }, { do: 'openLeg', medium });

/** From a connection to somewhere else: nobody is told goodbye, the consultation goes on. */
const leave = (medium: 'phone' | 'link', now: number): Going =>
  go({ at: 'elsewhere', medium, since: now }, { do: 'closeLeg', reason: 'medium-changed' }, { do: 'tearDown', sayBye: false }, { do: 'openLeg', medium });

const giveUp = (medium: Carried, reason: LegEndReason, now: number): Going =>
  go({ at: 'apart', medium, since: now }, { do: 'closeLeg', reason }, { do: 'tearDown', sayBye: false });

/** The same connection, with or without the picture: another leg, nothing built. */
function carryAs(state: State<'connecting' | 'live' | 'bridging'>, medium: Carried): Going | undefined {
  if (medium === state.medium) return undefined;
  return go({ ...state, medium }, { do: 'closeLeg', reason: 'medium-changed' }, { do: 'setMedium', medium }, { do: 'openLeg', medium });
}

function endOfCarried(event: CallEvent): Going | undefined {
  if (event.type !== 'hangUp' && event.type !== 'remoteHungUp' && event.type !== 'consultationEnded') return undefined;
  const reason = overReasons[event.type];
  return go({ at: 'over', reason }, { do: 'closeLeg', reason }, { do: 'tearDown', sayBye: event.type === 'hangUp' });
}
