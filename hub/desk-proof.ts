import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { proofText } from '../shared/hub/hub-frames.ts';

/** A number used once, for a desk to sign. */
export const newNonce = (): string => randomBytes(32).toString('base64url');

export interface Proof {
  /** Raw Ed25519 key, base64url. */
  readonly publicKey: string;
  readonly deskId: string;
  readonly nonce: string;
  /** Base64url. */
  readonly signature: string;
}

/**
 * Whether a desk signed this hub's challenge. The text holds no time: a desk whose clock is wrong by a day proves itself as well.
 * @param addresses every origin a desk may know this hub by
 */
export function isProven({ publicKey, deskId, nonce, signature }: Proof, addresses: readonly string[]): boolean {
  const key = keyFrom(publicKey);
  const signed = Buffer.from(signature, 'base64url');
  return key !== undefined && addresses.some((address) => verify(null, Buffer.from(proofText(address, deskId, nonce)), key, signed));
}

/** Whether a text is a key a desk can prove itself with. */
export const isKey = (publicKey: string): boolean => keyFrom(publicKey) !== undefined;

function keyFrom(publicKey: string): ReturnType<typeof createPublicKey> | undefined {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  } catch {
    return undefined;
  }
}
