import { z } from 'zod';
import { lineSchema, linesSchema } from '../text/written-text.ts';
import { personalDataIn } from './personal-data-guard.ts';
import { spokenLanguageSchema, topicSchema, urgencySchema } from './closed-lists.ts';

const part = linesSchema(300).refine((text) => personalDataIn(text) === undefined, { message: 'personal-data' });

/** Where a procedure stands, as an official sees it: titles from the catalogue and states, never answers. */
export const checklistSchema = z.strictObject({
  procedure: lineSchema({ min: 1, max: 120 }),
  steps: z.array(z.strictObject({ title: lineSchema({ min: 1, max: 160 }), state: z.enum(['done', 'now', 'ahead', 'possible']) })).max(60),
  documents: z.array(z.strictObject({ title: lineSchema({ min: 1, max: 160 }), state: z.enum(['seen', 'missing', 'cannot-find', 'cannot-get', 'not-needed', 'unmarked']) })).max(60),
});
export type Checklist = z.infer<typeof checklistSchema>;

/** The question a desk prepares before it asks: what was done, what blocks, what is asked. */
export const preparedQuestionSchema = z.strictObject({
  topic: topicSchema,
  urgency: urgencySchema,
  language: spokenLanguageSchema,
  /**
   * Somebody at the desk comes first by the Carta dei servizi (pregnancy, child under one, disability). Which of them stays
   * at the desk: to the queue it makes no difference.
   */
  preferential: z.boolean(),
  done: part,
  blocked: part,
  asked: part.refine((text) => text.trim().length > 0, { message: 'empty' }),
  /** How the clerk established who the resident is; the official still does their own identification. */
  identified: z.enum(['in-date', 'expired', 'none']),
});
export type PreparedQuestion = z.infer<typeof preparedQuestionSchema>;

/** A question as a clerk typed it: what must not be in it is found at the desk, and has a sentence of its own. */
export const questionDraftSchema = preparedQuestionSchema.extend({ done: linesSchema(300), blocked: linesSchema(300), asked: linesSchema(300) });
export type QuestionDraft = z.infer<typeof questionDraftSchema>;
