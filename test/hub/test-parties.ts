import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { fromHubFrameSchema, proofText } from '../../shared/hub/hub-frames.ts';
import type { FromHubFrame, ToHubFrame } from '../../shared/hub/hub-frames.ts';
import { deskHubViewSchema, guestHubViewSchema, officialHubViewSchema } from '../../shared/hub/hub-views.ts';
import type { DeskHubView, GuestHubView, OfficialHubView } from '../../shared/hub/hub-views.ts';
import type { Signal } from '../../shared/hub/signal.ts';
import type { RunningHub } from '../../hub/hub.ts';
import { question } from './sample-hub.ts';

/** A hub in this process or in another. */
export type HubAtHand = Pick<RunningHub, 'address' | 'admin'>;

/** Long enough for a machine ten times slower; nothing waits for it to pass. */
const patience = { timeout: 60_000, interval: 5 };

type Answer = Extract<FromHubFrame, { type: 'reply' | 'refusal' }>;

/** One end of a socket to a hub, which remembers all it was sent. */
export class TestParty<View> {
  readonly frames: FromHubFrame[] = [];
  readonly #socket: WebSocket;
  readonly #parse: (view: unknown) => View;
  #nextId = 0;

  constructor(address: string, parse: (view: unknown) => View, headers: Readonly<Record<string, string>> = {}) {
    this.#parse = parse;
    this.#socket = new WebSocket(address.replace(/^http/, 'ws'), { headers });
    this.#socket.on('message', (data) => void this.frames.push(fromHubFrameSchema.parse(JSON.parse(String(data)))));
    this.#socket.on('error', () => undefined);
    onTestFinished(() => this.#socket.terminate());
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  get view(): View | undefined {
    const last = this.frames.findLast((frame) => frame.type === 'view');
    return last?.type === 'view' ? this.#parse(last.view) : undefined;
  }

  get dismissal(): string | undefined {
    const last = this.frames.find((frame) => frame.type === 'dismissed');
    return last?.type === 'dismissed' ? last.reason : undefined;
  }

  get signals(): readonly unknown[] {
    return this.frames.flatMap((frame) => (frame.type === 'signal' ? [frame.signal] : []));
  }

  send(frame: ToHubFrame): void {
    this.sendText(JSON.stringify(frame));
  }

  sendText(text: string | Buffer): void {
    this.#socket.send(text);
  }

  /** Calls, and waits for the reply: `ok`, or the code of the refusal. */
  async call(method: string, input: unknown): Promise<string> {
    const answer = await this.ask(method, input);
    return answer.type === 'reply' ? 'ok' : answer.code;
  }

  async ask(method: string, input: unknown): Promise<Answer> {
    const id = this.#nextId++;
    this.send({ type: 'call', id, method, input });
    return this.until(() => this.frames.find((frame): frame is Answer => (frame.type === 'reply' || frame.type === 'refusal') && frame.id === id));
  }

  /** Waits until something is there; what it is. */
  until<T>(look: () => T | undefined | false): Promise<T> {
    return vi.waitFor(() => {
      const found = look();
      if (found === undefined || found === false) throw new Error(`not yet: ${JSON.stringify(this.frames.at(-1))}`);
      return found;
    }, patience);
  }

  /** Waits until the view is as wanted. */
  seen(wanted: (view: View) => boolean | undefined): Promise<View> {
    return this.until(() => {
      const view = this.view;
      return view !== undefined && wanted(view) === true ? view : undefined;
    });
  }

  closed(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.readyState === WebSocket.CLOSED) resolve();
      else this.#socket.once('close', () => resolve());
    });
  }

  /** Sends a sign of life, and waits for the answer. */
  async ping(): Promise<void> {
    const id = this.#nextId++;
    this.send({ type: 'ping', id });
    await this.until(() => this.frames.some((frame) => frame.type === 'pong' && frame.id === id));
  }

  hangUp(): void {
    this.#socket.terminate();
  }
}

export interface TestKey {
  readonly deskId: string;
  readonly key: KeyObject;
}

/** A key as a desk makes it, and how it tells the hub. */
export function newKey(): { readonly key: KeyObject; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { key: privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url') };
}

export const postEnrolment = (hub: HubAtHand, body: unknown): Promise<Response> => fetch(`${hub.address}/enrol`, { method: 'POST', body: JSON.stringify(body) });

/** Enrols a desk with a fresh code. */
export async function enrolled(hub: HubAtHand, deskName = 'Comune di Prova'): Promise<TestKey> {
  const { key, publicKey } = newKey();
  const { code } = await hub.admin.newEnrolmentCode();
  const { deskId } = (await (await postEnrolment(hub, { code, publicKey, deskName })).json()) as { deskId: string };
  return { deskId, key };
}

export type TestDesk = TestParty<DeskHubView>;
export type TestOfficial = TestParty<OfficialHubView>;
export type TestGuest = TestParty<GuestHubView>;

/** Connects an enrolled desk; waits for its first view, or its dismissal. */
export async function connected(hub: HubAtHand, { deskId, key }: TestKey, address = hub.address): Promise<TestDesk> {
  const desk = new TestParty(`${hub.address}/desk`, (view) => deskHubViewSchema.parse(view));
  const challenge = await desk.until(() => desk.frames.find((frame) => frame.type === 'challenge'));
  const nonce = challenge.type === 'challenge' ? challenge.nonce : '';
  desk.send({ type: 'prove', deskId, signature: sign(null, Buffer.from(proofText(address, deskId, nonce)), key).toString('base64url'), phone: '0341 111111' });
  await desk.until(() => desk.view ?? desk.dismissal);
  return desk;
}

export const newDesk = async (hub: HubAtHand, name?: string): Promise<TestDesk> => connected(hub, await enrolled(hub, name));

/** Presses the button of a door's page; the cookie it gives, or the page that says why not. */
export async function pressButton(hub: HubAtHand, link: string): Promise<{ readonly cookie: string; readonly response: Response }> {
  const { pathname, searchParams } = new URL(link);
  const body = new URLSearchParams({ t: searchParams.get('t') ?? '' });
  const response = await fetch(`${hub.address}${pathname}`, { method: 'POST', body, redirect: 'manual', headers: { origin: hub.address } });
  return { cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '', response };
}

export async function officialCookie(hub: HubAtHand, name: string, officeId = 'inps-lecco'): Promise<string> {
  const invitation = await hub.admin.inviteOfficial({ name, officeId });
  return (await pressButton(hub, invitation?.link ?? '')).cookie;
}

export async function page<View>(hub: HubAtHand, path: '/official' | '/guest', cookie: string, parse: (view: unknown) => View, origin = hub.address): Promise<TestParty<View>> {
  const party = new TestParty(`${hub.address}${path}`, parse, { cookie, origin });
  await party.until(() => party.view ?? party.dismissal);
  return party;
}

export const officialPage = (hub: HubAtHand, cookie: string): Promise<TestOfficial> => page(hub, '/official', cookie, (view) => officialHubViewSchema.parse(view));
export const guestPage = (hub: HubAtHand, cookie: string): Promise<TestGuest> => page(hub, '/guest', cookie, (view) => guestHubViewSchema.parse(view));

/** An official who takes calls. */
export async function newOfficial(hub: HubAtHand, name = 'Ivo Prova', officeId = 'inps-lecco'): Promise<TestOfficial> {
  const official = await officialPage(hub, await officialCookie(hub, name, officeId));
  await official.call('setAvailability', { available: true, topics: ['disability'], languages: ['it'] });
  return official;
}

/** A desk asks, and its question is in the queue. */
export async function ask(desk: TestDesk, consultationId: string = randomUUID(), officeId = 'inps-lecco'): Promise<string> {
  const answer = await desk.call('ask', { consultationId, officeId, question, checklist: null, sealingKey: 'BKey' });
  if (answer !== 'ok') throw new Error(answer);
  return consultationId;
}

/** A conversation under way between a desk and an official. */
export async function inCall(desk: TestDesk, official: TestOfficial): Promise<{ readonly consultationId: string; readonly callId: string }> {
  const consultationId = await ask(desk);
  await official.call('claim', { consultationId });
  const view = await desk.seen(({ consultations }) => consultations.some(({ id, call }) => id === consultationId && call !== null));
  return { consultationId, callId: view.consultations.find(({ id }) => id === consultationId)?.call?.callId ?? '' };
}

/** The smallest signal there is. */
export const signalIn = (callId: string, from: Signal['from'] = 'desk', to: Signal['to'] = 'official', seq = 0): Signal => ({ callId, from, to, generation: 0, seq, received: 0, body: { kind: 'restart' } });
