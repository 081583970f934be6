import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import words from '../resources/locales/it/hub-program.json' with { type: 'json' };
import { spokenLanguages, topics } from '../shared/hub/closed-lists.ts';
import type { StartTrialHub } from '../shared/hub/trial-hub.ts';
import { startHub } from './hub.ts';
import type { HubOptions, RunningHub } from './hub.ts';

/** Two, so that a question can be passed on. */
const offices = [
  { id: 'prova', name: words.trialOffice },
  { id: 'prova-2', name: words.otherTrialOffice },
];

/** See StartTrialHub. Nothing of it is logged: whoever tries it out reads the screen. */
export const startTrialHub: StartTrialHub = async ({ folder, pages }) => {
  const hub = await onPort({ host: '127.0.0.1', port: lastPort(folder), folder, pages, log: () => undefined });
  writeFileSync(portFile(folder), new URL(hub.address).port);
  for (const office of offices) await hub.admin.putOffice({ ...office, phone: null, externalLink: null, topics, languages: spokenLanguages });
  return {
    address: hub.address,
    invite: async () => (await hub.admin.inviteOfficial({ name: words.trialOfficial, officeId: 'prova' }))?.link ?? hub.officialAddress,
    newEnrolmentCode: async () => (await hub.admin.newEnrolmentCode()).code,
    close: () => hub.close(),
  };
};

const portFile = (folder: string): string => join(folder, 'port');

/** The port of the last time, so that desks find the same address; 0 lets the system choose. */
function lastPort(folder: string): number {
  try {
    const port = Number(readFileSync(portFile(folder), 'utf8'));
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0;
  } catch {
    return 0;
  }
}

async function onPort(options: HubOptions): Promise<RunningHub> {
  try {
    return await startHub(options);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || options.port === 0) throw error;
    return startHub({ ...options, port: 0 });
  }
}
