import { setTimeout as pause } from 'node:timers/promises';
import { startHub } from '../../../hub/hub.ts';

// A real hub as a program of its own, so that it can be killed: folder, port. Tells where it is and how to enter.
const [folder = '', port = '0'] = process.argv.slice(2);

/** The hub killed before this one may not have let its port go yet. */
async function start(tries: number): Promise<Awaited<ReturnType<typeof startHub>>> {
  try {
    return await startHub({ host: '127.0.0.1', port: Number(port), folder, log: () => undefined });
  } catch (error) {
    if (tries === 0) throw error;
    await pause(100);
    return start(tries - 1);
  }
}

const { address, admin } = await start(50);
await admin.putOffice({ id: 'inps-lecco', name: 'INPS Lecco', phone: null, externalLink: null, topics: ['disability'], languages: ['it'] });
const { code } = await admin.newEnrolmentCode();
const invitation = await admin.inviteOfficial({ name: 'Ivo Prova', officeId: 'inps-lecco' });
process.stdout.write(`${JSON.stringify({ address, code, link: invitation?.link })}\n`);
