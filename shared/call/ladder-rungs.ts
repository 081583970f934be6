/** What is sent of the camera on one rung. */
export interface Picture {
  /** Bits a second. */
  readonly maxBitrate: number;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}

export interface Sound {
  /** Opus, in bits a second, without its redundant copy. */
  readonly maxBitrate: number;
  /** Length of a packet in milliseconds: longer ones cost fewer headers and more delay. */
  readonly packetMs: 20 | 40 | 60;
}

/** One step of the ladder, from the best line to the worst. */
export interface Rung {
  /** `null`: sound alone. */
  readonly picture: Picture | null;
  readonly sound: Sound;
  /** The line must carry so much, in bits a second of picture and sound, for this rung to be worth keeping: above it the encoder adapts by itself. */
  readonly needs: number;
  /** So much may papers take beside it on a line that has not shown it carries more, in bits a second. */
  readonly papers: number;
}

const picture = (maxBitrate: number, width: number, height: number, framesPerSecond: number): Picture => ({ maxBitrate, width, height, framesPerSecond });

const full: Sound = { maxBitrate: 24_000, packetMs: 20 };
const longer: Sound = { maxBitrate: 24_000, packetMs: 40 };

/**
 * The bitrates were measured on a rural line (1 Mbit/s up, 2 % loss). The needs count Opus twice, for its redundant copy; but
 * sound alone needs less than it takes, because an estimate does not grow past the little that is sent.
 */
export const rungs: readonly Rung[] = [
  { picture: picture(500_000, 480, 360, 30), sound: full, needs: 330_000, papers: 250_000 },
  { picture: picture(250_000, 320, 240, 30), sound: full, needs: 190_000, papers: 250_000 },
  { picture: picture(120_000, 320, 240, 20), sound: longer, needs: 130_000, papers: 120_000 },
  { picture: picture(60_000, 160, 120, 15), sound: longer, needs: 100_000, papers: 60_000 },
  { picture: null, sound: { maxBitrate: 24_000, packetMs: 60 }, needs: 36_000, papers: 30_000 },
  { picture: null, sound: { maxBitrate: 16_000, packetMs: 60 }, needs: 0, papers: 16_000 },
];

/** For signed conversation: 20 frames a second at least, and size given up first (EN 301 549, 6.5). */
export const signLanguageRungs: readonly Rung[] = rungs.map((rung, index) => {
  const smaller = [picture(500_000, 480, 360, 30), picture(250_000, 320, 240, 30), picture(120_000, 240, 180, 25), picture(60_000, 160, 120, 20)][index];
  return smaller ? { ...rung, picture: smaller } : rung;
});

/** EN 301 549, 6.5: a person who signs for others is seen in at least QVGA, 20 times a second. */
export const signingFloor = { width: 320, height: 240, framesPerSecond: 20 } as const;

/** For the line to a sign-language interpreter: below the floor hands cannot be read, so only the bits become fewer. */
export const interpreterRungs: readonly Rung[] = signLanguageRungs.map((rung) => {
  const small = rung.picture !== null && rung.picture.height < signingFloor.height;
  return small ? { ...rung, picture: picture(rung.picture.maxBitrate, signingFloor.width, signingFloor.height, signingFloor.framesPerSecond) } : rung;
});

/**
 * The best rung each line may use while a page sends on so many at once: one uplink carries them all, and on a rural one of
 * 1 Mbit/s they take two thirds of it together. A signing person's picture stays at the floor or above.
 */
export function bestRungOf(lines: number, interpreted: boolean): number {
  const best = Math.max(0, Math.min(lines - 1, 2));
  return interpreted ? Math.min(best, 1) : best;
}

/** First rung of sound alone. */
export const firstSoundRung = rungs.findIndex((rung) => rung.picture === null);
