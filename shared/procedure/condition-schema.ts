import { z } from 'zod';
import type { ProblemCode } from './procedure-problem.ts';

/** Identifier of anything inside a procedure folder: lower-case words joined by hyphens. */
export const idSchema = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'id-malformed' satisfies ProblemCode);

/** A calendar day without a time, `YYYY-MM-DD`. */
export const localDateSchema = z.iso.date();

/** What a clerk can say about one paper for one person. Never a copy of the paper. */
export const documentStates = ['seen', 'missing', 'cannot-find', 'cannot-get', 'not-needed'] as const;
export const documentStateSchema = z.enum(documentStates);
export type DocumentState = z.infer<typeof documentStateSchema>;

/**
 * A day: today, a literal, the value of a date fact, the day a deadline falls on, or a row of one of the procedure's
 * tables (`otherwise` when the table has no row for the fact's value).
 */
export type DateExpression =
  | 'today'
  | string
  | { fact: string }
  | { deadline: string }
  | { lookup: string; key: string; otherwise: string };

/**
 * A value of several shapes, told apart by the keys only one of them has: quicker than trying each, and the complaint is
 * about the shape that was meant.
 */
function shapeOf<T>(pick: (value: object) => z.ZodType<T> | undefined): z.ZodType<T> {
  return z.custom<T>().superRefine((value: unknown, context) => {
    const shape = typeof value === 'object' && value !== null ? pick(value) : undefined;
    if (shape === undefined) context.addIssue({ code: 'custom', message: 'shape-malformed' satisfies ProblemCode });
    else for (const issue of shape.safeParse(value).error?.issues ?? []) context.addIssue({ ...issue });
  });
}

const factDay = z.strictObject({ fact: idSchema });
const deadlineDay = z.strictObject({ deadline: idSchema });
const tableDay = z.strictObject({ lookup: idSchema, key: idSchema, otherwise: localDateSchema });

export const dateExpressionSchema: z.ZodType<DateExpression> = z.union([
  z.literal('today'),
  localDateSchema,
  shapeOf<Exclude<DateExpression, string>>((day) => ('lookup' in day ? tableDay : 'deadline' in day ? deadlineDay : 'fact' in day ? factDay : undefined)),
]);

/**
 * A question about the facts of a run, as a small typed tree. No scripts.
 * A fact nobody has answered makes its leaf *unknown*; a fact answered "non so" makes every comparison false, and so does
 * a fact whose questions are not on the way. A paper's leaf is true as soon as one person's paper is in such a state,
 * false once all are marked and none is, or when the paper is not needed.
 * `{ sent }` names a submission step: true once something was sent there, false while nothing was or when the step is not on
 * the way.
 * `{ is }` stands for one of the procedure's named `conditions`; no name may lead back to itself.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { is: string }
  | { fact: string; eq: boolean | string | number }
  | { fact: string; in: string[] }
  | { fact: string; lt?: number; lte?: number; gt?: number; gte?: number }
  | { fact: string; known: boolean }
  | {
      date: DateExpression;
      before?: DateExpression;
      onOrBefore?: DateExpression;
      after?: DateExpression;
      onOrAfter?: DateExpression;
    }
  | { document: string; in: DocumentState[] }
  | { sent: string };

const oneOf = (keys: string[]) => (value: object) => keys.filter((key) => key in value).length === 1;

const someConditions = z.lazy(() => z.array(conditionSchema).min(1));

/** The shape each key stands for; a key that several shapes share comes after those it goes with. */
const shapes: readonly (readonly [string, z.ZodType<Condition>])[] = [
  ['all', z.strictObject({ all: someConditions })],
  ['any', z.strictObject({ any: someConditions })],
  ['not', z.strictObject({ not: z.lazy(() => conditionSchema) })],
  ['is', z.strictObject({ is: idSchema })],
  ['eq', z.strictObject({ fact: idSchema, eq: z.union([z.boolean(), z.string(), z.number()]) })],
  ['known', z.strictObject({ fact: idSchema, known: z.boolean() })],
  ['sent', z.strictObject({ sent: idSchema })],
  ['document', z.strictObject({ document: idSchema, in: z.array(documentStateSchema).min(1) })],
  ['in', z.strictObject({ fact: idSchema, in: z.array(z.string()).min(1) })],
  [
    'fact',
    z
      .strictObject({ fact: idSchema, lt: z.number().optional(), lte: z.number().optional(), gt: z.number().optional(), gte: z.number().optional() })
      .refine(oneOf(['lt', 'lte', 'gt', 'gte']), 'comparison-not-one' satisfies ProblemCode),
  ],
  [
    'date',
    z
      .strictObject({
        date: dateExpressionSchema,
        before: dateExpressionSchema.optional(),
        onOrBefore: dateExpressionSchema.optional(),
        after: dateExpressionSchema.optional(),
        onOrAfter: dateExpressionSchema.optional(),
      })
      .refine(oneOf(['before', 'onOrBefore', 'after', 'onOrAfter']), 'comparison-not-one' satisfies ProblemCode),
  ],
];

export const conditionSchema: z.ZodType<Condition> = shapeOf((value) => shapes.find(([key]) => key in value)?.[1]);
