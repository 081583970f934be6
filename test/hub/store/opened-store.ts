import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openHubDatabase } from '../../../hub/store/sqlite/open-database.ts';
import { storeMethods } from '../../../hub/store/sqlite/store-methods.ts';
import type { StoreMethods } from '../../../hub/store/hub-store.ts';
import { hubFolder } from '../hub-folder.ts';
import { desks, offices, officials, question } from '../sample-hub.ts';

export const at = '2026-10-09T07:00:00.000Z';
export const later = '2026-10-09T08:00:00.000Z';

/** A store on a real file, in this thread. */
export function openedStore(path = join(hubFolder(), 'hub.db')): StoreMethods {
  const db = openHubDatabase(path);
  onTestFinished(() => void db.close());
  return storeMethods(db);
}

/** The same with two offices, two desks, and officials. */
export function furnishedStore(): StoreMethods {
  const store = openedStore();
  for (const office of offices) store.putOffice(office);
  for (const official of officials) store.addOfficial({ ...official, at });
  for (const [index, { id, name }] of desks.entries()) {
    store.addEnrolmentCode({ hash: `code-${index}`, at, expiresAt: later });
    store.enrol({ hash: `code-${index}`, deskId: id, publicKey: `key-${index}`, name, at });
  }
  return store;
}

export const asked = (store: StoreMethods, id: string, deskId: string = desks[0].id) =>
  store.ask({ id, deskId, officeId: offices[0].id, question, checklist: null, sealingKey: 'BKey', at, most: 5 });
