import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { stateIn } from '../../hub/hub.ts';
import { hashOf } from '../../hub/secrets.ts';
import { openStore } from '../../hub/store/open-store.ts';
import { LoadParty } from './load-party.ts';

export const offices = 20;
const desks = 5_000;
const officials = 1_000;
/** Connections opening at the same time. */
const atOnce = 100;

const at = '2026-10-09T07:00:00.000Z';
const never = '2100-01-01T00:00:00.000Z';

export interface Furniture {
  readonly desks: readonly { readonly id: string; readonly key: KeyObject }[];
  /** Cookies of officials; of office n % offices. */
  readonly cookies: readonly string[];
}

/** Writes a country's desks and officials into the state of a running hub. */
export async function furnishHub(folder: string, address: string): Promise<Furniture> {
  const store = await openStore(stateIn(folder));
  for (let n = 0; n < offices; n += 1)
    await store.putOffice({ id: `office-${n}`, name: `INPS ${n}`, phone: null, externalLink: null, topics: ['disability', 'isee'], languages: ['it'] });
  const made = Array.from({ length: desks }, (_, n) => ({ id: randomUUID(), n, ...generateKeyPairSync('ed25519') }));
  await Promise.all(
    made.map(async ({ id, n, publicKey }) => {
      await store.addEnrolmentCode({ hash: `code-${n}`, at, expiresAt: never });
      await store.enrol({ hash: `code-${n}`, deskId: id, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url'), name: `Comune ${n}`, at });
    }),
  );
  const cookies = await Promise.all(Array.from({ length: officials }, (_, n) => officialIn(store, n)));
  await store.close();
  return { desks: made.map(({ id, privateKey }) => ({ id, key: privateKey })), cookies: cookies.map((cookie) => `sportello-official-${new URL(address).port}=${cookie}`) };
}

async function officialIn(store: Awaited<ReturnType<typeof openStore>>, n: number): Promise<string> {
  const [id, cookie] = [randomUUID(), randomUUID()];
  await store.addOfficial({ id, name: `Funzionario ${n}`, officeId: `office-${n % offices}`, at });
  await store.addInvitation({ hash: `invitation-${n}`, officialId: id, expiresAt: never });
  await store.openSession({ invitation: `invitation-${n}`, session: { hash: hashOf(cookie), expiresAt: never }, at });
  await store.setAvailability({ officialId: id, available: true, topics: ['disability'], languages: ['it'] });
  return cookie;
}

export const officialsConnected = (address: string, { cookies }: Furniture): Promise<LoadParty[]> =>
  inTurns(cookies, async (cookie) => {
    const official = new LoadParty(`${address.replace(/^http/, 'ws')}/official`, { cookie, origin: address });
    await official.seen('"queue"');
    return official;
  });

export const desksConnected = (address: string, furniture: Furniture): Promise<LoadParty[]> =>
  inTurns(furniture.desks, async ({ id, key }) => {
    const desk = new LoadParty(`${address.replace(/^http/, 'ws')}/desk`);
    await desk.prove(address, id, key);
    return desk;
  });

async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += atOnce) done.push(...(await Promise.all(all.slice(from, from + atOnce).map(work))));
  return done;
}
