/** Largest input of one call, in bytes of its JSON: a long note is 1 kB, so this only ever stops a mistake or an attack. */
export const largestCallBytes = 256 * 1024;

/** Largest frame a socket takes in before it hangs up; above the limit of a call, so that one too large is still answered. */
export const largestFrameBytes = 1024 * 1024;
