import { paperOfferSchema } from '../../../shared/call/paper-frames.ts';

export type LabelProblem = 'missing' | 'personal';

/** What is wrong with what a paper is called, as both ends judge it. */
export function labelProblem(label: string): LabelProblem | undefined {
  if (label.trim() === '') return 'missing';
  return paperOfferSchema.shape.label.safeParse(label).success ? undefined : 'personal';
}
