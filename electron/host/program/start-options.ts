import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import words from '../../../resources/locales/it/start.json' with { type: 'json' };
import { trainingEnding } from '../data-folder/data-folder.ts';
import { fillBlanks } from '../../../shared/text/fill-blanks.ts';
import { rejectedOption } from '../../../shared/text/rejected-option.ts';

export interface StartOptions {
  /** The browser shell even where Electron is there. */
  readonly browser: boolean;
  /** Only print the address. */
  readonly noOpen: boolean;
  /** Folder of the records; `undefined` is the system's usual place. */
  readonly data: string | undefined;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly training: boolean;
  /** No trial hub either: a desk that is set to no hub has none. */
  readonly noHub: boolean;
}

export type ParsedOptions = { readonly ok: true; readonly options: StartOptions } | { readonly ok: false; readonly sentence: string };

const known = {
  browser: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  data: { type: 'string' },
  port: { type: 'string', default: '0' },
  training: { type: 'boolean', default: false },
  'no-hub': { type: 'boolean', default: false },
} as const;

/** Reads what follows `npm start --`. An option that is not known, or makes no sense, gets a sentence. */
export function parseStartOptions(args: readonly string[]): ParsedOptions {
  try {
    const { values, tokens } = parseArgs({ args: [...args], options: known, strict: true, allowPositionals: false, tokens: true });
    const repeated = repeatedOption(tokens);
    if (repeated !== undefined) return { ok: false, sentence: fillBlanks(words.repeatedOption, { option: repeated }) };
    const port = readPort(values.port);
    if (port === undefined) return { ok: false, sentence: words.badPort };
    const badFolder = values.data === undefined ? undefined : problemOfFolder(values.data);
    if (badFolder !== undefined) return { ok: false, sentence: badFolder };
    return { ok: true, options: { browser: values.browser, noOpen: values['no-open'], data: values.data, port, training: values.training, noHub: values['no-hub'] } };
  } catch (error) {
    return { ok: false, sentence: fillBlanks(words.badOption, { option: rejectedOption(error) }) };
  }
}

/** Two folders, or two ports: nobody can tell which was meant. */
function repeatedOption(tokens: readonly { kind: string; rawName?: string; value?: string | undefined }[]): string | undefined {
  const valued = tokens.flatMap(({ rawName, value }) => (rawName !== undefined && value !== undefined ? [rawName] : []));
  return valued.find((name, index) => valued.indexOf(name) !== index);
}

/** Why a folder cannot be the one given; by their names, no real desk ever opens training's records, nor the other way round. */
function problemOfFolder(folder: string): string | undefined {
  if (folder.trim() === '') return words.badData;
  return resolve(folder).toLowerCase().endsWith(trainingEnding) ? fillBlanks(words.trainingFolder, { ending: trainingEnding }) : undefined;
}

/** A port number, or 0 for any; `undefined` when it is neither. */
function readPort(text: string): number | undefined {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined;
}
