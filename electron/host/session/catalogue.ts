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

/** A procedure as a card to choose, in Italian. */
export function procedureCard({ db, clock }: HostContext, { procedure, texts }: CatalogueEntry): ProcedureCard {
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
