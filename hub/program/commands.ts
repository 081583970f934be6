import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import words from '../../resources/locales/it/hub-program.json' with { type: 'json' };
import { fillBlanks } from '../../shared/text/fill-blanks.ts';
import { hubAdmin } from '../admin.ts';
import type { HubAdmin } from '../admin.ts';
import { stateIn } from '../hub.ts';
import { systemTime } from '../hub-time.ts';
import { openStore } from '../store/open-store.ts';
import { isMisuse, readPort } from './hub-options.ts';
import type { HubCommand, Misuse } from './hub-options.ts';
import { officeFrom } from './office-options.ts';
import { defaultRelayPorts, writeRelayConfiguration } from './relay-files.ts';

/** Lines for whoever asked, or what they did wrong. */
type Said = readonly string[] | Misuse;
type Command = (command: HubCommand, admin: HubAdmin) => Promise<Said>;

const commands: Readonly<Record<string, Command>> = { 'office add': addOffice, enrol, invite, revoke, list };

const addressFile = (folder: string): string => join(folder, 'address');

/** Leaves word of the hub's address, for the links of invitations made beside it. */
export const noteAddress = (folder: string, address: string): void => writeFileSync(addressFile(folder), address);

const notedAddress = (folder: string): string | undefined => (existsSync(addressFile(folder)) ? readFileSync(addressFile(folder), 'utf8') : undefined);

/** Carries out a command beside a hub that may be running; `undefined` when there is no such command. */
export async function carryOut(command: HubCommand, folder: string): Promise<Said | undefined> {
  const name = command.words.join(' ');
  if (name === 'relay') return writeRelay(command, folder);
  const work = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (work === undefined) return undefined;
  const address = command.given['public-address'] ?? notedAddress(folder);
  if (address === undefined) return { sentence: words.neverStarted };
  const store = await openStore(stateIn(folder));
  try {
    return await work(command, hubAdmin({ store, time: systemTime, address: new URL(address).origin, changed: () => Promise.resolve() }));
  } finally {
    await store.close();
  }
}

async function addOffice(command: HubCommand, admin: HubAdmin): Promise<Said> {
  const office = officeFrom(command);
  if (isMisuse(office)) return office;
  await admin.putOffice(office);
  return [fillBlanks(words.officeAdded, { name: office.name, id: office.id })];
}

async function enrol(_command: HubCommand, admin: HubAdmin): Promise<Said> {
  const { code, until } = await admin.newEnrolmentCode();
  return [fillBlanks(words.enrolmentCode, { code, until: italian(until) })];
}

async function invite({ given }: HubCommand, admin: HubAdmin): Promise<Said> {
  const { name, office: officeId } = given;
  if (name === undefined || officeId === undefined) return { sentence: words.inviteNeeds };
  const invitation = await admin.inviteOfficial({ name, officeId });
  if (invitation === undefined) return { sentence: fillBlanks(words.noSuchOffice, { id: officeId }) };
  return [fillBlanks(words.invitation, { until: italian(invitation.until) }), invitation.link];
}

async function revoke({ given }: HubCommand, admin: HubAdmin): Promise<Said> {
  if (given.id === undefined) return { sentence: words.revokeNeeds };
  return (await admin.revoke(given.id)) ? [fillBlanks(words.revoked, { id: given.id })] : { sentence: fillBlanks(words.nobodyToRevoke, { id: given.id }) };
}

async function list(_command: HubCommand, admin: HubAdmin): Promise<Said> {
  const { offices, desks, officials } = await admin.list();
  const barred = (is: boolean): string => (is ? ` ${words.barred}` : '');
  return [
    words.offices,
    ...offices.map(({ id, name }) => `  ${id}  ${name}`),
    words.desks,
    ...desks.map(({ id, name, revoked }) => `  ${id}  ${name}${barred(revoked)}`),
    words.officials,
    ...officials.map(({ id, name, officeId, disabled }) => `  ${id}  ${name} (${officeId})${barred(disabled)}`),
  ];
}

const italian = (instant: string): string => new Date(instant).toLocaleString('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long', timeStyle: 'short' });

function writeRelay({ given }: HubCommand, folder: string): Said {
  const realm = given['relay-realm'] ?? given['relay-host'];
  if (realm === undefined) return { sentence: words.relayNeeds };
  const [port, tlsPort] = [readPort(given['relay-port'], defaultRelayPorts.plain), readPort(given['relay-tls-port'], defaultRelayPorts.tls)];
  if (port === undefined || tlsPort === undefined) return { sentence: fillBlanks(words.badPort, { option: '--relay-port, --relay-tls-port' }) };
  const [cert, key] = [given['tls-cert'], given['tls-key']];
  const tls = cert === undefined || key === undefined ? undefined : { cert, key };
  const path = writeRelayConfiguration(folder, { realm, port, tlsPort, tls, externalIp: given['relay-external-ip'] });
  const start = fillBlanks(words.relayWritten, { path });
  // A port below 1024 belongs to the system: only its administrator opens it.
  const command = `${(tls !== undefined && tlsPort < 1024) || port < 1024 ? 'sudo ' : ''}turnserver -c ${path}`;
  return [start, command, ...(tls === undefined ? [words.relayWithoutTls] : [])];
}
