import type { SealedText } from '../../shared/hub/wrap-up.ts';

/**
 * Closes a text for the desk that made `deskKey`, so that the hub carries what it cannot read: ECDH over P-256 with a key made
 * for this text alone, HKDF-SHA-256, AES-256-GCM.
 * @param deskKey the desk's public point, 65 bytes, base64url
 * @param consultationId bound to the text: in another consultation it does not open
 */
export async function sealText(text: string, deskKey: string, consultationId: string): Promise<SealedText> {
  const { subtle } = crypto;
  const ecdh = { name: 'ECDH', namedCurve: 'P-256' };
  const own = await subtle.generateKey(ecdh, false, ['deriveBits']);
  const peer = await subtle.importKey('raw', fromBase64Url(deskKey), ecdh, false, []);
  const shared = await subtle.deriveBits({ name: 'ECDH', public: peer }, own.privateKey, 256);
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode(`sportello-vicino wrap-up ${consultationId}`);
  const key = await subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  return { senderKey: toBase64Url(await subtle.exportKey('raw', own.publicKey)), iv: toBase64Url(iv), sealed: toBase64Url(sealed) };
}

const toBase64Url = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
