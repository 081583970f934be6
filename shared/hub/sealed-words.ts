import { z } from 'zod';
import { wrapUpWordsSchema } from './wrap-up.ts';
import type { SealedText, WrapUpWords } from './wrap-up.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Usage = 'deriveBits' | 'deriveKey' | 'encrypt' | 'decrypt';
interface Pair<Key> {
  readonly privateKey: Key;
  readonly publicKey: Key;
}

/** The part of WebCrypto used here; a browser's `crypto` and Node's are both one. */
export interface SealingCrypto<Key> {
  getRandomValues(into: Bytes): Bytes;
  readonly subtle: {
    generateKey(algorithm: { name: 'ECDH'; namedCurve: 'P-256' }, extractable: boolean, usages: Usage[]): Promise<Pair<Key>>;
    importKey(format: 'raw' | 'pkcs8', data: Bytes, algorithm: { name: string; namedCurve?: string }, extractable: boolean, usages: Usage[]): Promise<Key>;
    exportKey(format: 'raw' | 'pkcs8', key: Key): Promise<ArrayBuffer>;
    deriveBits(algorithm: { name: 'ECDH'; public: Key }, key: Key, length: number): Promise<ArrayBuffer>;
    deriveKey(algorithm: { name: 'HKDF'; hash: 'SHA-256'; salt: Bytes; info: Bytes }, key: Key, derived: { name: 'AES-GCM'; length: 256 }, extractable: boolean, usages: Usage[]): Promise<Key>;
    encrypt(algorithm: { name: 'AES-GCM'; iv: Bytes }, key: Key, data: Bytes): Promise<ArrayBuffer>;
    decrypt(algorithm: { name: 'AES-GCM'; iv: Bytes }, key: Key, data: Bytes): Promise<ArrayBuffer>;
  };
}

/** A desk's key pair for one consultation, unpadded base64url: the point others seal for, and the key (PKCS #8) that opens. */
export interface SealingKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
/** First byte of a point as WebCrypto writes it. OpenSSL also reads the hybrid form, another spelling of the same point (SEC 1, 2.3.3). */
const uncompressed = 4;

export async function newSealingKeys<Key>(crypto: SealingCrypto<Key>): Promise<SealingKeys> {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const [publicKey, privateKey] = await Promise.all([crypto.subtle.exportKey('raw', pair.publicKey), crypto.subtle.exportKey('pkcs8', pair.privateKey)]);
  return { publicKey: toText(new Uint8Array(publicKey)), privateKey: toText(new Uint8Array(privateKey)) };
}

/**
 * Closes the words of a wrap-up for the desk whose public key this is: ECDH with a key used once, HKDF-SHA-256 with the
 * consultation in its info (so that words of one open as nothing else), AES-256-GCM.
 * @throws when `deskKey` is no point of the curve
 */
export async function sealWords<Key>(crypto: SealingCrypto<Key>, consultationId: string, deskKey: string, words: WrapUpWords): Promise<SealedText> {
  const { subtle } = crypto;
  const once = await subtle.generateKey(curve, false, ['deriveBits']);
  const desk = await subtle.importKey('raw', toBytes(deskKey), curve, false, []);
  const key = await sharedKey(crypto, once.privateKey, desk, consultationId, 'encrypt');
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(JSON.stringify(words)));
  return { senderKey: toText(new Uint8Array(await subtle.exportKey('raw', once.publicKey))), iv: toText(iv), sealed: toText(new Uint8Array(sealed)) };
}

/** Opens the words of a wrap-up; `undefined` for what was not sealed for this key and consultation, or says something else. */
export async function openWords<Key>(crypto: SealingCrypto<Key>, consultationId: string, privateKey: string, text: SealedText): Promise<WrapUpWords | undefined> {
  const { subtle } = crypto;
  try {
    const own = await subtle.importKey('pkcs8', toBytes(privateKey), curve, false, ['deriveBits']);
    const point = toBytes(text.senderKey);
    if (point[0] !== uncompressed) return undefined;
    const sender = await subtle.importKey('raw', point, curve, false, []);
    const key = await sharedKey(crypto, own, sender, consultationId, 'decrypt');
    const plain = await subtle.decrypt({ name: 'AES-GCM', iv: toBytes(text.iv) }, key, toBytes(text.sealed));
    return wrapUpWordsSchema.parse(JSON.parse(fromUtf8(new Uint8Array(plain))));
  } catch {
    return undefined;
  }
}

async function sharedKey<Key>({ subtle }: SealingCrypto<Key>, own: Key, other: Key, consultationId: string, usage: Usage): Promise<Key> {
  const bits = new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: other }, own, 256));
  const secret = await subtle.importKey('raw', bits, { name: 'HKDF' }, false, ['deriveKey']);
  const info = utf8(`sportello-vicino wrap-up v1\n${consultationId}`);
  return subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }, secret, { name: 'AES-GCM', length: 256 }, false, [usage]);
}

const toText = (bytes: Bytes): string => z.core.util.uint8ArrayToBase64url(bytes);
const toBytes = (text: string): Bytes => z.core.util.base64urlToUint8Array(text);

/** UTF-8 with what the language itself has: neither DOM nor Node is known here. */
const utf8 = (text: string): Bytes => new Uint8Array([...encodeURIComponent(text).matchAll(/%(..)|(.)/g)].map(([, hex, plain]) => (hex === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(hex, 16))));
const fromUtf8 = (bytes: Bytes): string => decodeURIComponent([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
