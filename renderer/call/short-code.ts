/** What a short code is made of, each in the order of the parties (desk, official, guest 1, guest 2). */
export interface CodeParts {
  readonly callId: string;
  /** Fingerprints of the certificates that secure the connection, as in the descriptions: `sha-256 AB:CD…`. */
  readonly fingerprints: readonly [string, string];
  /** Chance of both sides, in hexadecimal; see `code-agreement.ts`. */
  readonly nonces: readonly [string, string];
}

/**
 * Six digits that both sides see alike exactly when they look at the same two certificates: whoever sits between them has
 * others, and the codes differ.
 */
export async function shortCode({ callId, fingerprints, nonces }: CodeParts): Promise<string> {
  const hash = await sha256(['sportello-vicino code v1', callId, ...fingerprints.map((print) => print.toLowerCase()), ...nonces].join('\n'));
  return String(new DataView(hash).getUint32(0) % 1_000_000).padStart(6, '0');
}

export const sha256 = (text: string): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));

export const toHex = (bytes: ArrayBuffer | Uint8Array): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Fingerprints of this side and the other one; `undefined` before both descriptions are there. */
export function fingerprintsOf(pc: RTCPeerConnection): { readonly mine: string; readonly theirs: string } | undefined {
  const mine = fingerprintIn(pc.currentLocalDescription);
  const theirs = fingerprintIn(pc.currentRemoteDescription);
  return mine !== undefined && theirs !== undefined ? { mine, theirs } : undefined;
}

/** A channel may open a moment before its page hears that the answer was taken: waits for that, so many milliseconds at most. */
export async function bothDescribed(pc: RTCPeerConnection, within = 2_000): Promise<void> {
  if (fingerprintsOf(pc)) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, within);
    pc.addEventListener('signalingstatechange', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

const fingerprintIn = (description: RTCSessionDescription | null): string | undefined => /^a=fingerprint:(.+?)\r?$/m.exec(description?.sdp ?? '')?.[1];
