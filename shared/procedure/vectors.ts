import { z } from 'zod';
import { outcomeSchema, personRoleSchema } from '../session/closed-lists.ts';
import { documentStateSchema, idSchema, localDateSchema } from './condition-schema.ts';

const factValue = z.union([z.boolean(), z.string(), z.number(), z.null()]);

/** One row of `vectors.json`: facts in, the whole of what the engine must then say out. */
const vectorSchema = z.strictObject({
  name: z.string().min(3),
  today: localDateSchema,
  /** Without it the main person alone, as `main`. */
  people: z.array(z.strictObject({ id: z.string(), role: personRoleSchema })).optional(),
  facts: z.record(idSchema, factValue),
  documents: z.array(z.strictObject({ document: idSchema, subject: z.string(), state: documentStateSchema })).optional(),
  /** Submission steps at which something was sent; none without it. */
  sent: z.array(idSchema).optional(),
  expect: z.strictObject({
    /** Ids of the steps certainly to be gone through, in order. */
    steps: z.array(idSchema),
    /** `document/subject` of every paper asked for, in the order of the procedure's `documents` (see subjectsOf). */
    documents: z.array(z.string()),
    blocks: z.array(idSchema),
    /** Every deadline that stands, with its day, whether or not a step shows it. */
    deadlines: z.record(idSchema, localDateSchema),
    outcome: z.strictObject({ id: idSchema, is: outcomeSchema }).nullable(),
    followUps: z.record(idSchema, localDateSchema),
  }),
});
export const vectorsSchema = z.array(vectorSchema).min(1);
export type Vector = z.infer<typeof vectorSchema>;
