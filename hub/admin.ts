import { randomUUID } from 'node:crypto';
import { hubPaths } from '../shared/hub/hub-paths.ts';
import { now, secondsFromNow } from './hub-context.ts';
import type { HubTime } from './hub-time.ts';
import { hashOf, meantCode, newCode, newToken } from './secrets.ts';
import type { HubStore, StoredDesk, StoredOffice, StoredOfficial } from './store/hub-store.ts';

const day = 24 * 3600;
/** Seconds in which a code or an invitation must be used: each travels by other ways than the hub. */
const usableFor = { code: 7 * day, invitation: 2 * day } as const;

/** What whoever runs the hub can do; from the command line beside a running hub, or in the process that embeds one. */
export interface HubAdmin {
  /** Adds an office or changes the one with its id. */
  putOffice(office: StoredOffice): Promise<void>;
  /** A code with which one desk enrols itself. `until` is an instant. */
  newEnrolmentCode(): Promise<{ readonly code: string; readonly until: string }>;
  /** A one-time link for an official, who is added when the office has nobody of that name; `undefined`: no such office. */
  inviteOfficial(input: { readonly name: string; readonly officeId: string }): Promise<{ readonly link: string; readonly until: string } | undefined>;
  /** Bars a desk or an official by id; false: nobody with that id, or barred before. */
  revoke(id: string): Promise<boolean>;
  list(): Promise<{ readonly offices: readonly StoredOffice[]; readonly desks: readonly StoredDesk[]; readonly officials: readonly StoredOfficial[] }>;
}

export interface AdminGround {
  readonly store: HubStore;
  readonly time: HubTime;
  /** Origin of the hub, for links. */
  readonly address: string;
  /** Tells the hub in this process that something has changed. */
  readonly changed: () => Promise<void>;
}

export function hubAdmin(ground: AdminGround): HubAdmin {
  const { store, changed } = ground;
  return {
    putOffice: async (office) => {
      await store.putOffice(office);
      await changed();
    },
    newEnrolmentCode: async () => {
      const code = newCode();
      const until = secondsFromNow(ground, usableFor.code);
      await store.addEnrolmentCode({ hash: hashOf(meantCode(code)), at: now(ground), expiresAt: until });
      return { code, until };
    },
    inviteOfficial: (input) => invite(ground, input),
    revoke: async (id) => {
      const barred = (await store.revokeDesk({ id, at: now(ground) })) !== undefined || (await barOfficial(ground, id));
      if (barred) await changed();
      return barred;
    },
    list: async () => ({ offices: await store.offices(), desks: await store.desks(), officials: await store.officials() }),
  };
}

async function invite(ground: AdminGround, { name, officeId }: { readonly name: string; readonly officeId: string }): Promise<{ link: string; until: string } | undefined> {
  const { store, address, changed } = ground;
  if (!(await store.offices()).some(({ id }) => id === officeId)) return undefined;
  const officialId = (await store.officials()).find((one) => one.name === name && one.officeId === officeId && !one.disabled)?.id ?? (await add(ground, name, officeId));
  const token = newToken();
  const until = secondsFromNow(ground, usableFor.invitation);
  await store.addInvitation({ hash: hashOf(token), officialId, expiresAt: until });
  await changed();
  return { link: `${address}${hubPaths.officialDoor}?t=${token}`, until };
}

async function add(ground: AdminGround, name: string, officeId: string): Promise<string> {
  const id = randomUUID();
  await ground.store.addOfficial({ id, name, officeId, at: now(ground) });
  return id;
}

/** Whatever an official had in hand goes back to where it can be taken up by others. */
async function barOfficial(ground: AdminGround, id: string): Promise<boolean> {
  const { store } = ground;
  const at = now(ground);
  if (!(await store.disableOfficial({ id, at }))) return false;
  for (const { id: consultationId, state } of await store.unfinished()) {
    if (!('officialId' in state) || state.officialId !== id) continue;
    const event = state.at === 'active' ? ({ type: 'queueAgain' } as const) : ({ type: 'stopRinging' } as const);
    await store.step({ id: consultationId, event, by: { kind: 'hub' }, at });
  }
  return true;
}
