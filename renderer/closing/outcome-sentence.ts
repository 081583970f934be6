import type { TakeHomeRun } from '../../shared/session/take-home.ts';

/** The sheet's own sentence for how a run ended: beside "inviata il" it must not say that nothing went out. */
export function outcomeSentence({ outcome, sentOn }: Pick<TakeHomeRun, 'outcome' | 'sentOn'>) {
  if (outcome === undefined) return 'done.inProgress';
  if (sentOn.length > 0 && (outcome === 'documents-missing' || outcome === 'cancelled')) return `outcomeOnceSent.${outcome}` as const;
  return `outcome.${outcome}` as const;
}
