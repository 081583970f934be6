import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { proofText } from '../../../shared/hub/hub-frames.ts';

/** A desk's Ed25519 key: the private half as PKCS #8, the public one as its 32 bytes; both unpadded base64url. */
export interface DeskKey {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** Bytes before the key itself in a DER public key (SPKI) of this kind. */
const spkiHeader = 12;

export function newDeskKey(): DeskKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(spkiHeader).toString('base64url'),
  };
}

/** Signs a hub's challenge for that hub alone. */
export function signProof(privateKey: string, origin: string, deskId: string, nonce: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
  return sign(null, Buffer.from(proofText(origin, deskId, nonce)), key).toString('base64url');
}
