import { sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { proofText } from '../../shared/hub/hub-frames.ts';
import type { Signal } from '../../shared/hub/signal.ts';

type Reply = { readonly type: 'reply' } | { readonly type: 'refusal'; readonly code: string };

/** One of thousands of connections: reads no more of what it is sent than it must. */
export class LoadParty {
  readonly #socket: WebSocket;
  readonly #replies = new Map<number, (answer: string) => void>();
  #id = 0;
  #view = '';
  #viewWaiter: (() => void) | undefined;
  onSignal: (signal: Signal) => void = () => undefined;

  constructor(address: string, headers: Readonly<Record<string, string>> = {}) {
    this.#socket = new WebSocket(address, { headers, perMessageDeflate: false });
    this.#socket.on('message', (data) => this.#take(String(data)));
  }

  /** Proves itself as a desk, and waits for its first view. */
  async prove(hub: string, deskId: string, key: KeyObject): Promise<void> {
    const [data] = await once(this.#socket, 'message');
    const { nonce } = JSON.parse(String(data)) as { nonce: string };
    this.#socket.send(JSON.stringify({ type: 'prove', deskId, signature: sign(null, Buffer.from(proofText(hub, deskId, nonce)), key).toString('base64url'), phone: null }));
    await this.seen('"offices"');
  }

  call(method: string, input: unknown): Promise<string> {
    const id = (this.#id += 1);
    this.#socket.send(JSON.stringify({ type: 'call', id, method, input }));
    return new Promise((resolve) => this.#replies.set(id, resolve));
  }

  /** Waits for a view with this text in it; the view. */
  async seen(text: string): Promise<string> {
    while (!this.#view.includes(text)) await new Promise<void>((resolve) => (this.#viewWaiter = resolve));
    return this.#view;
  }

  close(): void {
    this.#socket.terminate();
  }

  #take(text: string): void {
    if (text.startsWith('{"type":"view"')) {
      this.#view = text;
      this.#viewWaiter?.();
    } else if (text.startsWith('{"type":"signal"')) this.onSignal((JSON.parse(text) as { signal: Signal }).signal);
    else if (text.startsWith('{"type":"re')) this.#answer(JSON.parse(text) as Reply & { id: number });
  }

  #answer(reply: Reply & { readonly id: number }): void {
    this.#replies.get(reply.id)?.(reply.type === 'reply' ? 'ok' : reply.code);
    this.#replies.delete(reply.id);
  }
}
