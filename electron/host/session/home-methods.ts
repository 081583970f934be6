import { calendarDay, dayStart } from '../../../shared/desk/clock.ts';
import type { HomeView } from '../../../shared/desk/desk-view.ts';
import { answer } from '../../../shared/desk/refusal.ts';
import { freshnessOf } from '../../../shared/procedure/freshness.ts';
import { statement } from '../db/statement.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { offeredProcedures, procedureCards } from './catalogue.ts';
import { followUpsUntil } from './follow-up-store.ts';
import { unfinishedSessions } from './session-summary.ts';
import { unprintedSheet } from './unprinted-sheet.ts';
import { viewerOf } from './visibility.ts';

type HomeMethods = Pick<SessionHalf, 'readHome' | 'listProcedures' | 'listProcedureTroubles'>;
interface Counted {
  readonly sessions: number;
}

const opened = statement<[string, string], Counted>('select count(*) as sessions from session where opened_at >= ? and opened_at < ?');
const closed = statement<[string, string], Counted>('select count(*) as sessions from session where closed_at >= ? and closed_at < ?');

/** What a clerk sees after signing in, and the procedures to choose from. */
export const homeMethods = (context: HostContext): HomeMethods => ({
  readHome: () => {
    const today = calendarDay(context.clock());
    return answer({
      unfinished: unfinishedSessions(context.db, viewerOf(context)),
      unprinted: unprintedSheet(context, dayStart(today)),
      followUpsDue: followUpsUntil(context.db, viewerOf(context), today),
      today: countsOf(context, today),
      hub: hubInWords(context.hub),
      catalogue: catalogueState(context, today),
    });
  },

  listProcedures: () => answer(procedureCards(context)),

  listProcedureTroubles: () => answer(context.library.troubles()),
});

function hubInWords({ link, trial }: HostContext['hub']): HomeView['hub'] {
  if (link.at === 'connected') return trial === null ? 'reachable' : 'trial';
  return ({ none: 'none', connecting: 'unreachable', refused: 'refused' } as const)[link.at];
}

function countsOf({ db }: HostContext, today: string): HomeView['today'] {
  const day = [dayStart(today), dayStart(today, 1)] as const;
  return { opened: opened(db).get(...day)?.sessions ?? 0, closed: closed(db).get(...day)?.sessions ?? 0 };
}

function catalogueState(context: HostContext, today: string): HomeView['catalogue'] {
  const offered = offeredProcedures(context);
  return {
    procedures: offered.length,
    reviewDue: offered.filter(({ procedure }) => freshnessOf(procedure, today) !== 'fresh').length,
    setAside: context.library.troubles().filter((trouble) => trouble.setAside).length,
  };
}
