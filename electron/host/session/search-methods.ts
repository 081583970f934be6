import { answer } from '../../../shared/desk/refusal.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { recordedProcedures } from './procedure-version-store.ts';
import { searchResidents } from './resident-search.ts';
import { searchSessionIds } from './session-search.ts';
import { readSummary } from './session-summary.ts';
import { viewerOf } from './visibility.ts';

const linesAPage = 50;

/** Finding sessions and residents again. */
export const searchMethods = (context: HostContext): Pick<SessionHalf, 'searchSessions' | 'listRecordedProcedures' | 'findResidents'> => ({
  searchSessions: (input) => {
    const found = searchSessionIds(context.db, viewerOf(context), input, linesAPage + 1);
    const sessions = found.slice(0, linesAPage).flatMap((id) => readSummary(context.db, id) ?? []);
    return answer({ sessions, more: found.length > linesAPage });
  },

  listRecordedProcedures: () => answer(recordedProcedures(context.db)),

  findResidents: ({ text }) => answer(searchResidents(context.db, text)),
});
