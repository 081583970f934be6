import type { HubLinkView } from '../../../shared/desk/hub-link-view.ts';
import { answer } from '../../../shared/desk/refusal.ts';
import type { DeskConsultation } from '../../../shared/hub/hub-views.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { visibleConsultation } from './consultation-access.ts';
import type { ConsultationRow } from './consultation-store.ts';

type HubMethods = Pick<SessionHalf, 'readHub' | 'enrolDesk' | 'forgetHub'>;

/** The line to the hub, as screens see it, and whose desk this is there. */
export const hubMethods = (context: HostContext): HubMethods => ({
  readHub: () => answer(hubLinkView(context)),

  enrolDesk: async ({ address, code }) => {
    const enrolled = await context.hub.enrol(address, code);
    return enrolled.ok ? answer(hubLinkView(context)) : enrolled;
  },

  forgetHub: async () => {
    await context.hub.forget();
    return answer(hubLinkView(context));
  },
});

function hubLinkView(context: HostContext): HubLinkView {
  const { link, address, trial, view } = context.hub;
  const mine = (view?.consultations ?? []).flatMap((seen) => {
    const row = visibleConsultation(context, seen.id);
    return row.ok ? [{ seen: asRecorded(seen, row.value), row: row.value }] : [];
  });
  return {
    link,
    address,
    trial: trial && { officialAddress: trial.officialAddress },
    view: view === undefined ? null : { ...view, consultations: mine.map(({ seen }) => seen) },
    sessions: Object.fromEntries(mine.map(({ row }) => [row.id, row.session_id])),
  };
}

/** A hub that has put the desk out sends no view any more: what it ended then is in the records alone. */
const asRecorded = (seen: DeskConsultation, row: ConsultationRow): DeskConsultation =>
  row.stage === 'ended' && seen.state !== 'ended' ? { ...seen, state: 'ended', position: null, call: null, endReason: row.end_reason } : seen;
