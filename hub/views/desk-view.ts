import { positionInQueue } from '../../shared/hub/queue-order.ts';
import type { CallView, DeskConsultation } from '../../shared/hub/hub-views.ts';
import type { StoredConsultation } from '../store/hub-store.ts';
import type { OfficeNow } from './office-book.ts';

/** One of a desk's own consultations, as the desk sees it. */
export function deskConsultation(consultation: StoredConsultation, at: OfficeNow | undefined, officialsAvailable: number, call: CallView | null): DeskConsultation {
  const { state } = consultation;
  return {
    id: consultation.id,
    officeId: consultation.officeId,
    officeName: at?.office.name ?? consultation.officeId,
    officePhone: at?.office.phone ?? null,
    externalLink: at?.office.externalLink ?? null,
    state: state.at,
    askedAt: consultation.askedAt,
    position: positionInQueue(consultation, at?.queue ?? []) ?? null,
    medianWait: at?.medianWait ?? null,
    officialsAvailable,
    callBackAt: state.at === 'promised' || state.at === 'ringing' ? state.callBackAt : null,
    officialName: consultation.officialName,
    call,
    endReason: state.at === 'ended' ? state.reason : null,
    decline: state.at === 'ended' ? state.decline : null,
    wrapUp: consultation.wrapUp,
  };
}
