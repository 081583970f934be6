import type { HubLinkView } from '../../shared/desk/hub-link-view.ts';
import type { DeskConsultation } from '../../shared/hub/hub-views.ts';
import { useDeskQuery } from '../desk/desk-context.tsx';

/** The desk's line to the hub and what the hub said last; undefined until it was read. */
export function useHub(): HubLinkView | undefined {
  const query = useDeskQuery('readHub', {});
  return query.state === 'ready' ? query.value : undefined;
}

/** The one consultation of a session that is under way, as the hub has it. */
export function liveConsultation(hub: HubLinkView | undefined, sessionId: string): DeskConsultation | undefined {
  return hub?.view?.consultations.find(({ id, state }) => hub.sessions[id] === sessionId && state !== 'ended');
}
