/** The waits of a call, in milliseconds; the reasons are in ARCHITECTURE §5 and were measured. */
export const callTiming = {
  /** Without a byte from the other side for so long, media counts as stopped. ICE's own verdict comes after 4 to 17 s. */
  stallAfter: 1_500,
  /** Two restarts are at least so far apart: a restart on a rural line needs about two seconds to show. */
  restartEvery: 2_500,
  /** After so many restarts in vain the connection is built anew, and again after as long. */
  restartsBeforeRebuild: 3,
  /** A break up to here is bridged in the same leg. */
  bridgeFor: 60_000,
  /** A connection that carries nothing for so long while it is being built is built anew. */
  connectFor: 12_000,
  /** So many times; then the leg is given up. */
  connectTries: 4,
} as const;
