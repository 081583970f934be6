import { largestChunk } from './paper-frames.ts';

/**
 * How fast papers may go beside a call. A line counts as weak until it has shown otherwise: small pieces at the ladder's
 * allowance, then one large piece; when that takes hardly longer than the small ones, the line is wide, and the pace grows
 * until pieces begin to wait (the channel's own buffer, 256 KiB at most, counts as waiting). The estimate of the media says nothing here: it never grows far past what the media need.
 */
export interface PaperPace {
  /** Bits a second. */
  readonly rate: number;
  /** Bytes that may go now; below zero after a large piece. */
  readonly budget: number;
  readonly filledAt: number;
  /** What the ladder allows on a weak line, in bits a second. */
  readonly allowance: number;
  /** `small`: measuring with small pieces; `probe`: the large piece may go or is under way; `weak`: no, until `probeAt`; `wide`. */
  readonly line: 'small' | 'probe' | 'weak' | 'wide';
  readonly probeAt: number;
  /** Pieces under way: where each ends, its size, when it went. */
  readonly underWay: readonly { readonly end: number; readonly bytes: number; readonly at: number }[];
  /** The last times small pieces took to be confirmed, in milliseconds. */
  readonly smallTimes: readonly number[];
  /** When the pace of a wide line last changed: what went before says nothing of it. */
  readonly changedAt: number;
  /** The pace was found too fast once: it grows gently now. */
  readonly slowed: boolean;
}

export const paceLimits = {
  smallPiece: 1_024,
  probePiece: 8 * 1_024,
  smallOnes: 3,
  /** The large piece may take so many milliseconds longer than a small one: 7 kB at 5 Mbit/s. */
  wideWithin: 12,
  probeAgainAfter: 15_000,
  /** A wide line carries so much at least, and is first trusted with so much at most, in bits a second. */
  leastWide: 2_000_000,
  mostAtFirst: 100_000_000,
  /** Beyond it a pace is none: the channel's own buffer holds back. */
  fastest: 1_000_000_000,
  /** A piece that waits so many milliseconds is the sign to slow down. */
  waiting: 25,
  /** More is not sent than the pace carries in a round trip and so many milliseconds. */
  ahead: 40,
  /** The pace changes no more often: a queue needs time to show. */
  changeEvery: 25,
  growth: { first: 1.25, gentle: 1.1 },
  shrink: { first: 0.5, gentle: 0.75 },
  /** A weak line's pieces are so many milliseconds long, so that sound never waits longer behind one. */
  pieceMs: 50,
  widePieceMs: 5,
} as const;

export const newPace = (allowance: number, now: number): PaperPace => ({
  rate: allowance,
  budget: paceLimits.smallPiece,
  filledAt: now,
  allowance,
  line: 'small',
  probeAt: now,
  underWay: [],
  smallTimes: [],
  changedAt: now,
  slowed: false,
});

/** Largest piece to send now. */
export function pieceOf({ line, rate }: PaperPace): number {
  if (line === 'probe') return paceLimits.probePiece;
  const milliseconds = line === 'wide' ? paceLimits.widePieceMs : paceLimits.pieceMs;
  return Math.round(Math.min(largestChunk, Math.max(paceLimits.smallPiece, (rate / 8_000) * milliseconds)));
}

/** Bytes that may go now. While the large piece is out nothing else goes; the time until the next is a few milliseconds. */
export function roomNow(pace: PaperPace): number {
  if (pace.line === 'probe') return pace.underWay.length === 0 && pace.budget > 0 ? paceLimits.probePiece : 0;
  const budget = Math.max(0, Math.floor(pace.budget));
  return pace.line === 'wide' ? Math.min(budget, Math.max(0, aheadOf(pace) - bytesUnderWay(pace))) : budget;
}

/** The largest pieces are confirmed four at a time: fewer than eight under way would stand still. */
function aheadOf(pace: PaperPace): number {
  const pieces = pieceOf(pace) * (pieceOf(pace) === largestChunk ? 8 : 4);
  return Math.max(pieces, Math.floor((pace.rate / 8_000) * (shortest(pace) + paceLimits.ahead)));
}

const bytesUnderWay = ({ underWay }: PaperPace): number => underWay.reduce((sum, { bytes }) => sum + bytes, 0);

/** Time has passed, or the ladder allows another amount. A budget not used is kept for a tenth of a second at most. */
export function refill(pace: PaperPace, allowance: number, now: number): PaperPace {
  const narrower = allowance < pace.allowance;
  const line = narrower ? 'weak' : pace.line === 'weak' && now >= pace.probeAt ? 'small' : pace.line;
  const rate = line === 'wide' ? Math.max(pace.rate, allowance) : allowance;
  const gained = (rate / 8_000) * Math.max(0, now - pace.filledAt);
  const most = Math.max(pieceOf({ ...pace, line, rate }), rate / 80);
  const fresh = line === 'small' && pace.line === 'weak' ? { smallTimes: [] } : {};
  return { ...pace, ...fresh, line, rate, allowance, budget: Math.min(most, pace.budget + gained), filledAt: now, probeAt: narrower ? now + paceLimits.probeAgainAfter : pace.probeAt };
}

/** A piece went out. @param end first byte after it */
export const sentPiece = (pace: PaperPace, end: number, bytes: number, now: number): PaperPace => ({
  ...pace,
  budget: pace.budget - bytes,
  underWay: [...pace.underWay, { end, bytes, at: now }],
});

/** The channel is gone: what was under way will be sent again, on a line that is measured anew. */
export const restartPace = (pace: PaperPace, now: number): PaperPace => newPace(pace.allowance, now);

/** The other side has everything before `upTo`. */
export function confirmedPiece(pace: PaperPace, upTo: number, now: number): PaperPace {
  const last = pace.underWay.filter(({ end }) => end <= upTo).at(-1);
  if (!last) return pace;
  const rest = { ...pace, underWay: pace.underWay.filter(({ end }) => end > upTo) };
  switch (pace.line) {
    case 'small':
      return withSmall(rest, now - last.at);
    case 'probe':
      return last.bytes > paceLimits.smallPiece * 4 ? judged(rest, now - last.at, now) : rest;
    case 'wide':
      return last.at < pace.changedAt || now - pace.changedAt < paceLimits.changeEvery ? rest : adjusted(rest, now - last.at, now);
    case 'weak':
      return rest;
  }
}

const shortest = ({ smallTimes }: PaperPace): number => Math.min(...smallTimes);

function withSmall(pace: PaperPace, took: number): PaperPace {
  const smallTimes = [...pace.smallTimes, took];
  return { ...pace, smallTimes, line: smallTimes.length >= paceLimits.smallOnes ? 'probe' : 'small' };
}

const weak = (pace: PaperPace, now: number): PaperPace => ({ ...pace, line: 'weak', rate: pace.allowance, slowed: false, probeAt: now + paceLimits.probeAgainAfter });

/** A wide line begins with half of what the large piece has shown. */
function judged(pace: PaperPace, took: number, now: number): PaperPace {
  const longer = took - shortest(pace);
  if (longer > paceLimits.wideWithin) return weak(pace, now);
  const shown = ((paceLimits.probePiece - paceLimits.smallPiece) * 8_000) / Math.max(longer, 0.1);
  return { ...pace, line: 'wide', changedAt: now, rate: Math.min(paceLimits.mostAtFirst, Math.max(paceLimits.leastWide, shown / 2)) };
}

/** Once a round trip: faster while nothing waits, slower as soon as something does; too slow for a wide line is a weak one. */
function adjusted(pace: PaperPace, took: number, now: number): PaperPace {
  const kind = pace.slowed ? 'gentle' : 'first';
  const slower = took - shortest(pace) > paceLimits.waiting;
  const rate = Math.min(paceLimits.fastest, pace.rate * paceLimits[slower ? 'shrink' : 'growth'][kind]);
  return rate < paceLimits.leastWide ? weak(pace, now) : { ...pace, rate, changedAt: now, slowed: pace.slowed || slower };
}
