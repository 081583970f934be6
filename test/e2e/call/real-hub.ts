import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { proofText } from '../../../shared/hub/hub-frames.ts';
import { HubLine } from '../../../shared/hub/hub-line.ts';
import type { HubLineOptions } from '../../../shared/hub/hub-line.ts';
import { hubPaths } from '../../../shared/hub/hub-paths.ts';
import { deskHubViewSchema, officialHubViewSchema } from '../../../shared/hub/hub-views.ts';
import type { DeskHubView, OfficialHubView } from '../../../shared/hub/hub-views.ts';

const announcement = z.object({ address: z.url(), code: z.string(), link: z.url() });

const nodeTime: Pick<HubLineOptions<unknown>, 'now' | 'every'> = {
  now: () => performance.now(),
  every: (milliseconds, action) => {
    const timer = setInterval(action, milliseconds);
    return () => clearInterval(timer);
  },
};

/** A real hub in a process of its own that can be killed and started again, and the lines of a desk and an official to it. */
export class RealHub {
  readonly #folder = mkdtempSync(join(tmpdir(), 'sportello-hub-'));
  readonly #key = generateKeyPairSync('ed25519');
  #process: ChildProcess | undefined;
  #address = '';
  #port = '0';

  async open(): Promise<{ readonly desk: HubLine<DeskHubView>; readonly official: HubLine<OfficialHubView> }> {
    const { code, link } = await this.start();
    return { desk: this.#deskLine(await this.#enrol(code)), official: this.#officialLine(await this.#enter(link)) };
  }

  async start(): Promise<z.infer<typeof announcement>> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'hub-process.ts'), this.#folder, this.#port], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = child;
    const [text] = (await once(child.stdout, 'data')) as [Buffer];
    const told = announcement.parse(JSON.parse(String(text)));
    this.#address = told.address;
    this.#port = new URL(told.address).port;
    return told;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #enrol(code: string): Promise<string> {
    const publicKey = this.#key.publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url');
    const answer = await fetch(`${this.#address}${hubPaths.enrol}`, { method: 'POST', body: JSON.stringify({ code, publicKey, deskName: 'Comune di Prova' }) });
    return z.object({ deskId: z.uuid() }).parse(await answer.json()).deskId;
  }

  /** Presses the button of the invitation; the cookie it gives. */
  async #enter(link: string): Promise<string> {
    const { pathname, searchParams } = new URL(link);
    const body = new URLSearchParams({ t: searchParams.get('t') ?? '' });
    const response = await fetch(`${this.#address}${pathname}`, { method: 'POST', body, redirect: 'manual', headers: { origin: this.#address } });
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  }

  #deskLine(deskId: string): HubLine<DeskHubView> {
    const prove = (nonce: string) => ({ deskId, signature: sign(null, Buffer.from(proofText(this.#address, deskId, nonce)), this.#key.privateKey).toString('base64url'), phone: null });
    return new HubLine({ ...nodeTime, openSocket: () => new WebSocket(this.#socket(hubPaths.deskSocket)), viewSchema: deskHubViewSchema, prove });
  }

  #officialLine(cookie: string): HubLine<OfficialHubView> {
    const headers = { cookie, origin: this.#address };
    return new HubLine({ ...nodeTime, openSocket: () => new WebSocket(this.#socket(hubPaths.officialSocket), { headers }), viewSchema: officialHubViewSchema });
  }

  #socket = (path: string): string => `${this.#address.replace('http', 'ws')}${path}`;
}

const question = { topic: 'disability', urgency: 'ordinary', language: 'it', preferential: false, done: 'Domanda avviata', blocked: 'Il portale rifiuta il certificato', asked: 'Si può proseguire?', identified: 'in-date' };

/** The desk asks, the official takes it; the call both are then in. */
export async function meet(desk: HubLine<DeskHubView>, official: HubLine<OfficialHubView>): Promise<string> {
  await seen(desk, () => desk.connection().at === 'open' && desk.view() !== undefined);
  await seen(official, () => official.connection().at === 'open' && official.view() !== undefined);
  const consultationId = randomUUID();
  for (const [line, method, input] of [
    [official, 'setAvailability', { available: true, topics: ['disability'], languages: ['it'] }],
    [desk, 'ask', { consultationId, officeId: 'inps-lecco', question, checklist: null, sealingKey: 'BKey' }],
    [official, 'claim', { consultationId }],
  ] as const) {
    const answer = await line.call(method, input);
    if (!answer.ok) throw new Error(`${method}: ${answer.code}`);
  }
  await seen(desk, () => callOf(desk.view()) !== undefined);
  await seen(official, () => callOf(official.view()) !== undefined);
  return callOf(desk.view())?.callId ?? '';
}

type Call = NonNullable<DeskHubView['consultations'][number]['call']>;

/** The call a side is in, as its view says. */
export const callOf = (view: DeskHubView | OfficialHubView | undefined): Call | undefined => {
  const all = view === undefined ? [] : 'mine' in view ? view.mine : view.consultations;
  return all.find(({ call }) => call !== null)?.call ?? undefined;
};

const seen = (line: Pick<HubLine<unknown>, 'subscribe'>, wanted: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!wanted()) return;
      stop();
      resolve();
    };
    const stop = line.subscribe(look);
    look();
  });
