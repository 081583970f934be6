/** What a microphone gave in a short moment. */
export interface MicrophoneMoment {
  /** The loudest sample, 0 to 1. */
  readonly level: number;
  /** Nothing can be said of it: muted by hand, page hidden, sound system asleep. */
  readonly blind: boolean;
}

/** Whether a microphone that should hear hears nothing. Times are milliseconds of a clock that only goes forward. */
export interface MicrophoneSilence {
  readonly silentSince: number | null;
  readonly lookedAt: number;
  readonly warns: boolean;
}

/** At or below it nothing is heard at all: the quietest room is louder, a microphone with its switch off is not. */
export const silentLevel = 0.0001;
/** So long, in milliseconds, before anybody is warned. */
export const warnAfter = 10_000;
/** Moments farther apart than this say nothing of the time between them. */
const furthestApart = 2_000;

export const heardYet = (now: number): MicrophoneSilence => ({ silentSince: null, lookedAt: now, warns: false });

/** After one more moment: warns when all moments of the last ten seconds were silent; the first sound takes it back. Pure. */
export function nextSilence(state: MicrophoneSilence, { level, blind }: MicrophoneMoment, now: number): MicrophoneSilence {
  if (blind) return { ...state, silentSince: null, lookedAt: now };
  if (level > silentLevel) return heardYet(now);
  const silentSince = state.silentSince === null || now - state.lookedAt > furthestApart ? now : state.silentSince;
  return { silentSince, lookedAt: now, warns: state.warns || now - silentSince >= warnAfter };
}
