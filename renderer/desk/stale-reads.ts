import type { QueryClient } from '@tanstack/react-query';
import type { DeskMethod } from '../../shared/desk/desk-api.ts';
import type { DeskEvent } from '../../shared/desk/transport.ts';

/** What hangs on the line to the hub and on who asked it what; saved answers, papers and numbers change nothing of it. */
const hubReads: ReadonlySet<unknown> = new Set<DeskMethod>(['readHub']);

/** Actions after which the hub's part of a screen may be another without the hub having said so. */
const hubActions: ReadonlySet<DeskMethod> = new Set<DeskMethod>(['enrolDesk', 'forgetHub', 'askOfficial', 'withdrawConsultation', 'endConsultation', 'changePrivacy']);

/** Reads again what a thing that happened at the desk may have changed. */
export function refreshAfterEvent(queries: QueryClient, { name }: DeskEvent): void {
  switch (name) {
    // They come by the dozen and concern no screen.
    case 'lockApproached':
    case 'hubSignal':
      return;
    case 'hubChanged':
      return void queries.invalidateQueries({ predicate: ({ queryKey: [method] }) => hubReads.has(method) });
    case 'recordsChanged':
      return void queries.invalidateQueries({ predicate: ({ queryKey: [method] }) => !hubReads.has(method) });
    case 'deskChanged':
    case 'deskLocked':
      return void queries.invalidateQueries();
  }
}

/**
 * Reads again what an action may have changed. The event of a change comes before the reply: what it sent off is on its way
 * and new enough, for a desk answers what it is asked in the order it was asked.
 */
export function refreshAfterAction(queries: QueryClient, action: DeskMethod): void {
  const touched = ({ queryKey: [method] }: { queryKey: readonly unknown[] }) => hubActions.has(action) || !hubReads.has(method);
  void queries.invalidateQueries({ predicate: touched }, { cancelRefetch: false });
}
