import { createPublicKey, randomBytes, randomUUID, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { enrolmentRequestSchema } from '../../../shared/hub/enrolment.ts';
import { proofText, toHubFrameSchema } from '../../../shared/hub/hub-frames.ts';
import type { FromHubFrame, ToHubFrame } from '../../../shared/hub/hub-frames.ts';
import type { HubRefusalCode } from '../../../shared/hub/hub-refusal.ts';
import type { DeskConsultation, DeskHubView, Office } from '../../../shared/hub/hub-views.ts';

export type Called = Extract<ToHubFrame, { type: 'call' }>;
/** A refusal's code, the value of a reply, or nothing at all for `silence`. */
export type Said = { readonly refuse: HubRefusalCode } | { readonly value: unknown } | 'silence' | 'hang up';

export const office = (change: Partial<Office> = {}): Office => ({
  id: 'parma', name: 'INPS Parma', phone: '0521 000000', externalLink: null, topics: ['disability', 'isee'], languages: ['it'], available: 1, waiting: 0, medianWait: null, ...change,
});

/**
 * A hub in the hands of a test: real sockets, real frames, real proofs, and answers as the test likes them. What a hub
 * decides is the hub's own tests' business.
 */
export class TestHub {
  readonly codes = new Set(['uno-due-tre']);
  readonly desks = new Map<string, string>();
  readonly calls: Called[] = [];
  readonly sockets = new Set<WebSocket>();
  view: DeskHubView = { deskName: 'Comune di Roccabianca (PR)', offices: [office()], consultations: [] };
  /** Shows the view to whoever has proved who they are. */
  showsViews = true;
  answersPings = true;
  enrolmentName = '';
  answer: (call: Called) => Said = () => ({ value: null });
  proofs = 0;
  #server = createServer((request, response) => void this.#http(request, response));
  #port = 0;

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#http(request, response));
    const sockets = new WebSocketServer({ server: this.#server, path: '/desk' });
    sockets.on('connection', (socket) => this.#serve(socket));
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** The hub's process dies. */
  async die(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.sockets.clear();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  send(frame: FromHubFrame): void {
    this.sendText(JSON.stringify(frame));
  }

  sendText(text: string | Buffer): void {
    for (const socket of this.sockets) socket.send(text);
  }

  /** The hub shows this from now on. */
  show(change: Partial<DeskHubView>): void {
    this.view = { ...this.view, ...change };
    this.send({ type: 'view', view: this.view });
  }

  /** Moves the only consultation on. */
  moves(change: Partial<DeskConsultation>): void {
    this.show({ consultations: this.view.consultations.map((one) => ({ ...one, ...change })) });
  }

  called(method: string): readonly Called[] {
    return this.calls.filter((call) => call.method === method);
  }

  #serve(socket: WebSocket): void {
    const nonce = randomBytes(16).toString('base64url');
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => this.#take(socket, nonce, toHubFrameSchema.parse(JSON.parse(String(data)))));
    socket.send(JSON.stringify({ type: 'challenge', nonce }));
  }

  #take(socket: WebSocket, nonce: string, frame: ToHubFrame): void {
    const send = (reply: FromHubFrame) => socket.send(JSON.stringify(reply));
    switch (frame.type) {
      case 'prove':
        this.proofs += 1;
        if (!this.#believes(frame, nonce)) return send({ type: 'dismissed', reason: 'not-enrolled' });
        this.sockets.add(socket);
        return this.showsViews ? send({ type: 'view', view: this.view }) : undefined;
      case 'ping':
        return this.answersPings ? send({ type: 'pong', id: frame.id }) : undefined;
      case 'call':
        this.calls.push(frame);
        return this.#reply(socket, frame.id, this.answer(frame));
    }
  }

  #reply(socket: WebSocket, id: number, said: Said): void {
    if (said === 'hang up') return socket.terminate();
    if (said === 'silence') return undefined;
    socket.send(JSON.stringify('refuse' in said ? { type: 'refusal', id, code: said.refuse } : { type: 'reply', id, ok: true, value: said.value }));
  }

  #believes({ deskId, signature }: Extract<ToHubFrame, { type: 'prove' }>, nonce: string): boolean {
    const raw = this.desks.get(deskId);
    if (raw === undefined) return false;
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' });
    return verify(null, Buffer.from(proofText(this.address, deskId, nonce)), key, Buffer.from(signature, 'base64url'));
  }

  async #http(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const asked = enrolmentRequestSchema.parse(JSON.parse(Buffer.concat(parts).toString()));
    const end = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (!this.codes.delete(asked.code)) return void end(403, { code: 'code-wrong' });
    const deskId = randomUUID();
    this.desks.set(deskId, asked.publicKey);
    this.enrolmentName = asked.deskName;
    return void end(200, { deskId });
  }
}

/** A hub that is gone when the test is over. */
export async function testHub(): Promise<TestHub> {
  const hub = await new TestHub().start();
  onTestFinished(() => hub.die());
  return hub;
}
