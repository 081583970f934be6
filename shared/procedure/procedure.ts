import { z } from 'zod';
import { outcomeSchema, personRoleSchema, referralSchema, numberKindSchema } from '../session/closed-lists.ts';
import { conditionSchema, dateExpressionSchema, idSchema, localDateSchema } from './condition-schema.ts';
import type { ProblemCode } from './procedure-problem.ts';

/** One question put to the resident. `sharedAs` carries the answer to the session's other runs: asked once. */
const factSchema = z
  .strictObject({
    id: idSchema,
    type: z.enum(['yes-no', 'choice', 'date', 'province', 'count']),
    options: z.array(idSchema).min(2).optional(),
    min: z.number().int().optional(),
    max: z.number().int().optional(),
    /** A date that cannot be later, or earlier, than today. */
    never: z.enum(['future', 'past']).optional(),
    /** "Non so" is an accepted answer. */
    mayBeUnknown: z.boolean().optional(),
    sharedAs: idSchema.optional(),
  })
  .refine((fact) => (fact.type === 'choice') === (fact.options !== undefined), 'options-without-choice' satisfies ProblemCode);
export type Fact = z.infer<typeof factSchema>;

const documentSchema = z.strictObject({
  id: idSchema,
  /** Whom the paper is about; `household` is one paper for everybody. */
  for: z.array(z.union([personRoleSchema, z.literal('household')])).min(1),
  when: conditionSchema.optional(),
  /** Without it the procedure cannot be carried through today. */
  essential: z.boolean(),
});
export type DocumentDefinition = z.infer<typeof documentSchema>;

const blockSchema = z.strictObject({
  id: idSchema,
  when: conditionSchema,
  /** true: the clerk goes on only by saying so; false: a warning. */
  stops: z.boolean(),
  referral: referralSchema.optional(),
  source: idSchema.optional(),
});
export type Block = z.infer<typeof blockSchema>;

const stepKinds = ['questions', 'documents', 'read-aloud', 'action', 'submission', 'handover'] as const;
const stepSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(stepKinds),
    when: conditionSchema.optional(),
    facts: z.array(idSchema).optional(),
    documents: z.array(idSchema).optional(),
    blocks: z.array(blockSchema).optional(),
    deadlines: z.array(idSchema).optional(),
    amounts: z.array(idSchema).optional(),
    /** Which portal the submission goes to, and which numbers it may give back. */
    portal: idSchema.optional(),
    numbers: z.array(numberKindSchema).optional(),
  })
  .refine((step) => step.kind !== 'submission' || step.portal !== undefined, 'submission-without-portal' satisfies ProblemCode)
  .refine((step) => step.kind !== 'questions' || (step.facts?.length ?? 0) > 0, 'questions-without-facts' satisfies ProblemCode)
  .refine((step) => step.kind !== 'documents' || (step.documents?.length ?? 0) > 0, 'documents-without-list' satisfies ProblemCode);
export type Step = z.infer<typeof stepSchema>;

const periodSchema = z
  .strictObject({
    days: z.number().int().min(-4000).max(4000).optional(),
    months: z.number().int().min(-120).max(120).optional(),
    years: z.number().int().min(-100).max(100).optional(),
  })
  .refine((period) => Object.keys(period).length > 0, 'period-empty' satisfies ProblemCode);

const deadlineSchema = z.strictObject({
  id: idSchema,
  when: conditionSchema.optional(),
  from: dateExpressionSchema,
  /**
   * `add`: the day counted from is not itself counted (art. 155 c.p.c., 2963 c.c.); months end on the same day number or
   * the last day of a shorter month. `on`: a fixed day of the year of `from`, or so many years later. `firstOfMonth`:
   * the first day of the month that comes so many months after the month of `from` ("from the month after the last payment").
   */
  rule: z.union([
    z.strictObject({ add: periodSchema }),
    z.strictObject({ on: z.string().regex(/^\d\d-\d\d$/), yearsLater: z.number().int().min(0).max(5) }),
    z.strictObject({ firstOfMonth: z.number().int().min(0).max(24) }),
  ]),
  /** last-day: too late afterwards; first-day: not before; expected: when something should have happened; valid-until: the last day of what holds until then. */
  kind: z.enum(['last-day', 'first-day', 'expected', 'valid-until']),
  source: idSchema,
  /** Only compared with in conditions, never told: the 90 days of a certificate that an earlier day cuts short. */
  unspoken: z.literal(true).optional(),
});
export type DeadlineDefinition = z.infer<typeof deadlineSchema>;

/** A figure is a fact only between its dates, with its source and the day somebody checked it. */
const amountSchema = z.strictObject({
  id: idSchema,
  value: z.number(),
  unit: z.enum(['EUR', 'EUR/month', 'EUR/year', 'ISEE', 'percent', 'days', 'weeks']),
  validFrom: localDateSchema,
  validTo: localDateSchema,
  source: idSchema,
  checkedOn: localDateSchema,
});
export type Amount = z.infer<typeof amountSchema>;

const followUpSchema = z.strictObject({
  id: idSchema,
  when: conditionSchema.optional(),
  /** `notAfter`: never later than that deadline, or the first of several, as long as its day is to come. */
  due: z.union([z.strictObject({ deadline: idSchema }), z.strictObject({ after: periodSchema, notAfter: z.union([idSchema, z.array(idSchema).min(1)]).optional() })]),
});
export type FollowUpDefinition = z.infer<typeof followUpSchema>;

/** The deadlines a follow-up's day hangs on. */
export const deadlinesOf = (due: FollowUpDefinition['due']): readonly string[] => [('deadline' in due ? due.deadline : due.notAfter) ?? []].flat();

const runOutcomeSchema = z.strictObject({ id: idSchema, when: conditionSchema, is: outcomeSchema });
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

const sourceSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(3),
  url: z.url(),
  primary: z.boolean(),
  publishedOn: localDateSchema.optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** `procedure.json`: the whole of a procedure but its words. */
export const procedureSchema = z.strictObject({
  schema: z.literal(1),
  id: idSchema,
  /** Year and number, `2026.1`; a changed procedure gets a new one. */
  version: z.string().regex(/^\d{4}\.\d{1,3}$/),
  owner: z.enum(['INPS', 'Comune', 'Poste', 'CPI']),
  deskRole: z.enum(['file', 'prepare', 'consult']),
  desks: z.array(z.enum(['PUE', 'PCS'])).min(1),
  sensitivity: z.enum(['ordinary', 'health', 'protected']),
  /** Contacts in a thousand that ask for it where somebody counted; orders the catalogue of a desk without counts of its own. */
  demand: z.number().int().min(0).max(1000).default(0),
  validFrom: localDateSchema,
  validTo: localDateSchema.nullable(),
  verifiedOn: localDateSchema,
  reviewBy: localDateSchema,
  codes: z.strictObject({ tipoIstanza: z.string().optional(), siuss: z.string().optional() }).optional(),
  sources: z.array(sourceSchema).min(1),
  /** Dates by key, e.g. the day a reform reaches each province. */
  tables: z.record(idSchema, z.record(z.string(), localDateSchema)).optional(),
  /** Conditions several steps share, by name, e.g. "the certificate can still be used"; see `{ is }` in Condition. */
  conditions: z.record(idSchema, conditionSchema).optional(),
  facts: z.array(factSchema),
  documents: z.array(documentSchema),
  steps: z.array(stepSchema).min(1),
  deadlines: z.array(deadlineSchema),
  amounts: z.array(amountSchema),
  outcomes: z.array(runOutcomeSchema).min(1),
  followUps: z.array(followUpSchema),
});
export type Procedure = z.infer<typeof procedureSchema>;
