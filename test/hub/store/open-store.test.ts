import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../hub/store/open-store.ts';
import { openHubDatabase } from '../../../hub/store/sqlite/open-database.ts';
import { hubFolder } from '../hub-folder.ts';
import { desks, offices, officials, question } from '../sample-hub.ts';
import { at, later } from './opened-store.ts';

const consultation = 'c0000000-0000-4000-8000-000000000001';
const callId = (n: number): string => `d0000000-0000-4000-8000-00000000000${n}`;

async function opened(path = join(hubFolder(), 'hub.db')) {
  const store = await openStore(path);
  onTestFinished(() => store.close());
  return store;
}

describe('the store on its own thread', () => {
  test('gives a question claimed by two at once to one of them', async () => {
    const store = await opened();
    await store.putOffice(offices[0]);
    for (const official of officials.slice(0, 2)) await store.addOfficial({ ...official, at });
    await store.addEnrolmentCode({ hash: 'code', at, expiresAt: later });
    await store.enrol({ hash: 'code', deskId: desks[0].id, publicKey: 'key', name: 'Comune', at });
    await store.ask({ id: consultation, deskId: desks[0].id, officeId: offices[0].id, question, checklist: null, sealingKey: 'k', at, most: 5 });
    const claims = officials.slice(0, 2).map(({ id: officialId }, index) =>
      store.step({ id: consultation, event: { type: 'claim', officialId, callId: callId(index) }, by: { kind: 'official', officialId }, at }),
    );
    expect((await Promise.all(claims)).filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  test('a call that fails takes back its own work and no other of the same moment', async () => {
    const store = await opened();
    const results = await Promise.allSettled([
      store.putOffice(offices[0]),
      store.addInvitation({ hash: 'a', officialId: 'nobody', expiresAt: later }),
      store.putOffice(offices[1]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.offices()).map(({ id }) => id)).toEqual(['inps-lecco', 'inps-sondrio']);
  });

  test('has kept all it answered when it is opened again', async () => {
    const path = join(hubFolder(), 'hub.db');
    const first = await openStore(path);
    await first.putOffice(offices[0]);
    await first.close();
    await expect(first.offices()).rejects.toThrow('closed');
    expect(await (await opened(path)).offices()).toEqual([offices[0]]);
  });

  test('does not open what is no database, nor one of a newer hub', async () => {
    const path = join(hubFolder(), 'hub.db');
    writeFileSync(path, 'not a database at all, but long enough to be looked at '.repeat(100));
    await expect(openStore(path)).rejects.toThrow('not a database');
    const newer = join(hubFolder(), 'hub.db');
    const db = openHubDatabase(newer);
    db.pragma('user_version = 999');
    db.close();
    await expect(openStore(newer)).rejects.toThrow('newer hub');
  });
});
