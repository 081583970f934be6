/** How often a line is looked at, in milliseconds. Shorter, and a line that always loses 2 % looks now perfect, now broken. */
export const sampleEvery = 2_000;

/** What was seen of a call's line since the sample before. `null`: nothing can be said yet. Shares are from 0 to 1. */
export interface LineSample {
  /** Share of our packets the other side says never came; `null` also while it says nothing new. */
  readonly outgoingLoss: number | null;
  /** Share of the other side's packets that never came. */
  readonly incomingLoss: number | null;
  /** What the sender believes the line carries of picture and sound together, in bits a second. */
  readonly availableBitrate: number | null;
  readonly roundTripMs: number | null;
  /** Share of the sound heard that was made up for packets that never came. */
  readonly concealedSound: number | null;
  /** How long the other side's picture stood still when it should have moved, in milliseconds. */
  readonly frozenMs: number;
  /** How long ago the last byte of the other side came, in milliseconds. */
  readonly silentForMs: number;
  /** The media pass through a relay. */
  readonly relayed: boolean;
}
