import { refuse } from '../../../shared/desk/refusal.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { commitChange } from './commit-change.ts';
import { hasNumber, insertNumber, numbersOf, removeNumberRow } from './number-store.ts';
import { visibleRun } from './run-access.ts';
import { readScreen } from './run-methods.ts';

type NumberMethods = Pick<SessionHalf, 'addNumber' | 'removeNumber'>;

/** Numbers come late: whoever may see the session may add one, whatever state it is in. */
export const numberMethods = (context: HostContext): NumberMethods => ({
  addNumber: ({ runId, kind, value }) => {
    const run = visibleRun(context, runId);
    if (!run.ok) return run;
    if (!hasNumber(context.db, runId, kind, value)) {
      const id = newId(context.clock());
      const line = { event: 'number-added', sessionId: run.value.session_id, data: { run: runId, number: id, kind } } as const;
      commitChange(context, line, (at) => insertNumber(context.db, { id, run: runId, kind, value, at }));
    }
    return readScreen(context, runId);
  },

  removeNumber: ({ runId, numberId }) => {
    const run = visibleRun(context, runId);
    if (!run.ok) return run;
    const number = numbersOf(context.db, runId).find(({ id }) => id === numberId);
    if (number === undefined) return refuse('no-such-number');
    const line = { event: 'number-removed', sessionId: run.value.session_id, data: { run: runId, number: numberId, kind: number.kind } } as const;
    commitChange(context, line, () => removeNumberRow(context.db, numberId, runId));
    return readScreen(context, runId);
  },
});
