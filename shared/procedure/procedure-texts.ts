import { z } from 'zod';
import { idSchema } from './condition-schema.ts';

const sentence = z.string().min(1).max(600);
const texts = <T extends z.ZodType>(shape: T) => z.record(idSchema, shape);

/** `it.json` and its translations: every word of a procedure, by the id of what it belongs to. */
export const procedureTextsSchema = z.strictObject({
  title: z.string().min(3).max(80),
  purpose: sentence,
  who: sentence,
  after: sentence,
  /** Offices and numbers printed on the take-home page, one line each. */
  whereToAsk: z.array(sentence),
  facts: texts(z.strictObject({ question: sentence, hint: sentence.optional(), options: texts(sentence).optional() })),
  documents: texts(
    z.strictObject({ name: sentence, why: sentence.optional(), cannotFind: sentence.optional(), cannotGet: sentence.optional() }),
  ),
  steps: texts(
    z.strictObject({
      title: z.string().min(2).max(80),
      body: sentence.optional(),
      points: z.array(sentence).optional(),
      /** Read aloud to the resident, word by word. */
      say: sentence.optional(),
    }),
  ),
  blocks: texts(z.strictObject({ what: sentence, wayOut: sentence })),
  deadlines: texts(z.strictObject({ name: sentence, rule: sentence })),
  amounts: texts(z.strictObject({ name: sentence })),
  /** `resident` is the sentence of the take-home page; `after` what happens now, where the procedure's own is not true. */
  outcomes: texts(z.strictObject({ title: sentence, resident: sentence, after: sentence.optional() })),
  followUps: texts(z.strictObject({ what: sentence })),
});
export type ProcedureTexts = z.infer<typeof procedureTextsSchema>;
