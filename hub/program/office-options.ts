import { z } from 'zod';
import words from '../../resources/locales/it/hub-program.json' with { type: 'json' };
import { spokenLanguages, spokenLanguageSchema, topics, topicSchema } from '../../shared/hub/closed-lists.ts';
import { officeSchema } from '../../shared/hub/hub-views.ts';
import { fillBlanks } from '../../shared/text/fill-blanks.ts';
import type { StoredOffice } from '../store/hub-store.ts';
import type { HubCommand, Misuse } from './hub-options.ts';

const given = officeSchema.pick({ id: true, name: true, phone: true, externalLink: true }).extend({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  name: z.string().min(1).max(120),
  topics: z.array(topicSchema).min(1),
  languages: z.array(spokenLanguageSchema).min(1),
});

const list = (text: string | undefined, otherwise: readonly string[]): readonly string[] => (text === undefined ? otherwise : text.split(',').map((one) => one.trim()));
const optionOf: Readonly<Record<string, string>> = { id: '--id', name: '--name', phone: '--phone', externalLink: '--link', topics: '--topics', languages: '--languages' };

/** An office as it was described with options; unless said otherwise it covers every topic, in Italian. */
export function officeFrom({ given: options }: HubCommand): StoredOffice | Misuse {
  const parsed = given.safeParse({
    id: options.id,
    name: options.name,
    phone: options.phone ?? null,
    externalLink: options.link ?? null,
    topics: list(options.topics, topics),
    languages: list(options.languages, ['it']),
  });
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? '');
  return { sentence: fillBlanks(words.badOffice, { option: optionOf[field] ?? field, topics: topics.join(', '), languages: spokenLanguages.join(', ') }) };
}
