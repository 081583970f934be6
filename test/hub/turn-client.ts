import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { once } from 'node:events';
import { BlockList } from 'node:net';
import { onTestFinished } from 'vitest';

/** Numbers of RFC 8489 and RFC 8656. */
const method = { allocate: 0x003, createPermission: 0x008 } as const;
const attribute = { username: 0x0006, integrity: 0x0008, errorCode: 0x0009, xorPeerAddress: 0x0012, realm: 0x0014, nonce: 0x0015, requestedTransport: 0x0019 } as const;
const cookie = Buffer.from('2112a442', 'hex');

type Attributes = readonly (readonly [number, Buffer])[];

function written([type, value]: readonly [number, Buffer]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function message(type: number, attributes: Attributes, key?: Buffer): Buffer {
  const body = Buffer.concat(attributes.map(written));
  const head = Buffer.concat([Buffer.alloc(4), cookie, randomBytes(12)]);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(body.length + (key === undefined ? 0 : 24), 2);
  if (key === undefined) return Buffer.concat([head, body]);
  const integrity = createHmac('sha1', key).update(Buffer.concat([head, body])).digest();
  return Buffer.concat([head, body, written([attribute.integrity, integrity])]);
}

function read(reply: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  for (let at = 20; at < reply.length; ) {
    const length = reply.readUInt16BE(at + 2);
    found.set(reply.readUInt16BE(at), reply.subarray(at + 4, at + 4 + length));
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return found;
}

/** 0 for success, else the error's number. */
function outcome(reply: Buffer): number {
  const error = read(reply).get(attribute.errorCode);
  return error === undefined ? 0 : error.readUInt8(2) * 100 + error.readUInt8(3);
}

/** Just enough of a TURN client to ask a relay for an allocation and for leave to reach a peer. Nothing is sent to the peer. */
export class TurnClient {
  readonly #socket: Socket = createSocket('udp4');
  readonly #port: number;
  readonly #username: string;
  readonly #credential: string;
  #signing: { readonly key: Buffer; readonly attributes: Attributes } | undefined;

  constructor(port: number, username: string, credential: string) {
    this.#port = port;
    this.#username = username;
    this.#credential = credential;
    onTestFinished(() => void this.#socket.close());
  }

  async allocate(): Promise<number> {
    const transport = [[attribute.requestedTransport, Buffer.from([17, 0, 0, 0])]] as const;
    const asked = read(await this.#ask(message(method.allocate, transport)));
    const [realm, nonce] = [asked.get(attribute.realm) ?? Buffer.alloc(0), asked.get(attribute.nonce) ?? Buffer.alloc(0)];
    this.#signing = {
      key: createHash('md5').update(`${this.#username}:${String(realm)}:${this.#credential}`).digest(),
      attributes: [[attribute.username, Buffer.from(this.#username)], [attribute.realm, realm], [attribute.nonce, nonce]],
    };
    return this.#signed(method.allocate, transport);
  }

  permit(ipv4: string): Promise<number> {
    const address = Buffer.from(ipv4.split('.').map(Number));
    const masked = address.map((byte, index) => byte ^ cookie.readUInt8(index));
    return this.#signed(method.createPermission, [[attribute.xorPeerAddress, Buffer.concat([Buffer.from([0, 1, 0x21, 0x12]), masked])]]);
  }

  async #signed(type: number, attributes: Attributes): Promise<number> {
    return outcome(await this.#ask(message(type, [...attributes, ...(this.#signing?.attributes ?? [])], this.#signing?.key)));
  }

  /** Asks again until there is an answer: the relay may still be starting. */
  async #ask(request: Buffer): Promise<Buffer> {
    for (let tries = 0; tries < 120; tries += 1) {
      this.#socket.send(request, this.#port, '127.0.0.1');
      const answer = await once(this.#socket, 'message', { signal: AbortSignal.timeout(500) }).catch(() => undefined);
      if (answer !== undefined) return answer[0] as Buffer;
    }
    throw new Error('the relay does not answer');
  }
}

/** Ranges as a list that answers whether an address is in one of them; each family on its own. */
export function rangesOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges.filter((one) => one.includes(':') === (family === 'ipv6'))) {
    const [first = '', last = first] = range.split('-');
    list.addRange(first, last, family);
  }
  return list;
}
