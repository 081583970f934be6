import { calendarDay, dayStart } from '../../../shared/desk/clock.ts';
import type { ProcedureCard } from '../../../shared/desk/desk-view.ts';
import { freshnessOf } from '../../../shared/procedure/freshness.ts';
import type { CatalogueEntry, HostContext } from '../host-context.ts';
import { timesUsedSince } from './run-store.ts';

/** The procedures of the catalogue that this kind of desk carries out. */
export function offeredProcedures({ library, settings }: HostContext): readonly CatalogueEntry[] {
  const { kind } = settings();
  return library.list().filter(({ procedure }) => kind === 'both' || procedure.desks.includes(kind));
}

/** The cards to choose from, what this desk does most first; where it has not done anything yet, what such desks are asked most. */
export function procedureCards(context: HostContext): readonly ProcedureCard[] {
  return offeredProcedures(context)
    .map((entry) => ({ card: procedureCard(context, entry), demand: entry.procedure.demand }))
    .toSorted((a, b) => b.card.timesUsed - a.card.timesUsed || b.demand - a.demand || a.card.title.localeCompare(b.card.title, 'it'))
    .map(({ card }) => card);
}

/** A procedure as a card to choose, in Italian. */
function procedureCard({ db, clock }: HostContext, { procedure, texts }: CatalogueEntry): ProcedureCard {
  const today = calendarDay(clock());
  return {
    id: procedure.id,
    version: procedure.version,
    title: texts.title,
    purpose: texts.purpose,
    owner: procedure.owner,
    deskRole: procedure.deskRole,
    desks: procedure.desks,
    sensitivity: procedure.sensitivity,
    freshness: freshnessOf(procedure, today),
    verifiedOn: procedure.verifiedOn,
    reviewBy: procedure.reviewBy,
    timesUsed: timesUsedSince(db, procedure.id, dayStart(today, -365)),
  };
}
