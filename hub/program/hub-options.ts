import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import words from '../../resources/locales/it/hub-program.json' with { type: 'json' };
import { fillBlanks } from '../../shared/text/fill-blanks.ts';
import { rejectedOption } from '../../shared/text/rejected-option.ts';

/** Options of every command, as they are written; each also as an environment variable, `HUB_TLS_CERT`. */
const names = [
  'host', 'port', 'tls-cert', 'tls-key', 'public-address', 'data', 'pages', 'relay-host', 'relay-port', 'relay-tls-port', 'relay-secret-file', 'relay-realm', 'relay-external-ip',
  'id', 'name', 'office', 'phone', 'link', 'topics', 'languages',
] as const;
const switches = ['without-tls', 'help'] as const;
type Name = (typeof names)[number];
type Switch = (typeof switches)[number];

/** What somebody asked of the hub's program: a command in one or two words, and options as text. */
export interface HubCommand {
  readonly words: readonly string[];
  readonly given: Readonly<Partial<Record<Name, string>>>;
  readonly on: ReadonlySet<Switch>;
}

/** A sentence for whoever typed what makes no sense. */
export interface Misuse {
  readonly sentence: string;
}

/** Reads command line and environment; the command line counts for more. */
export function readCommand(args: readonly string[], env: Readonly<Record<string, string | undefined>>): HubCommand | Misuse {
  const options = { ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])), ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])) };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    const texts = names.flatMap((name) => {
      const value = values[name] ?? env[`HUB_${name.toUpperCase().replaceAll('-', '_')}`];
      return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
    });
    return { words: positionals, given: Object.fromEntries(texts), on: new Set(switches.filter((name) => values[name] === true)) };
  } catch (error) {
    return { sentence: fillBlanks(words.badOption, { option: rejectedOption(error) }) };
  }
}

export const isMisuse = (value: object): value is Misuse => 'sentence' in value;

/** A port number; `undefined` when it is none. */
export function readPort(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return otherwise;
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

/** The folder of the hub's state: the one given, or the user's usual place for a program's data. */
export function dataFolder({ given }: HubCommand, env: Readonly<Record<string, string | undefined>>): string {
  if (given.data !== undefined) return resolve(env['INIT_CWD'] ?? '.', given.data);
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'sportello-vicino-hub');
}
