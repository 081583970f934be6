import type { TakeHomeRun } from '../../shared/session/take-home.ts';

/** The sheet's own sentence for how a run ended: it must not say that nothing went out beside "inviata il", nor while nobody knows. */
export function outcomeSentence({ outcome, sentOn, unsettledSince }: Pick<TakeHomeRun, 'outcome' | 'sentOn' | 'unsettledSince'>) {
  if (outcome === undefined) return 'done.inProgress';
  if (sentOn.length > 0 && (outcome === 'documents-missing' || outcome === 'cancelled')) return `outcomeOnceSent.${outcome}` as const;
  if (unsettledSince !== undefined && outcome === 'documents-missing') return 'outcomeOnceSent.documents-missing';
  return `outcome.${outcome}` as const;
}
