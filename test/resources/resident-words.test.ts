import { describe, expect, it } from 'vitest';
import { procedureTextsSchema } from '../../shared/procedure/procedure-texts.ts';
import { procedureFolders, readProcedureText } from './catalogue.ts';

/** What an older resident is not to be told to do with "tu" on paper; the clerk's screens say it so. */
const saidToTheClerk = /\b(chiedi|scegli)\b|(^|[.:] )(chiama|comincia|telefona|controlla|segna|guarda|torna|vai|leggi|inserisci)\b/i;

describe.each(procedureFolders)('the words of %s that are printed', (folder) => {
  const texts = procedureTextsSchema.parse(JSON.parse(readProcedureText(folder, 'it.json')));
  const help = Object.values(texts.documents).flatMap(({ cannotFind, cannotGet }) => [cannotFind ?? '', cannotGet ?? '']);
  const told = [...Object.values(texts.outcomes).map(({ resident }) => resident), ...Object.values(texts.deadlines).map(({ name }) => name), ...texts.whereToAsk];

  it('speak to the resident, never to the clerk', () => expect([...help, ...told].filter((line) => saidToTheClerk.test(line))).toEqual([]));
});
