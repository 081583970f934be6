import type { CallView, OfficialConsultation, OfficialHubView } from '../../shared/hub/hub-views.ts';
import type { StoredConsultation, StoredOfficial } from '../store/hub-store.ts';
import type { OfficeNow } from './office-book.ts';

/** A consultation as officials see it: in the queue, the same for all of an office; `mine` in the hands of one. */
export function officialConsultation(consultation: StoredConsultation, mine: boolean, deskConnected: boolean, call: CallView | null): OfficialConsultation {
  const { state } = consultation;
  return {
    id: consultation.id,
    deskName: consultation.deskName,
    officeId: consultation.officeId,
    question: consultation.question,
    checklist: consultation.checklist,
    state: state.at,
    askedAt: consultation.askedAt,
    callBackAt: state.at === 'promised' || state.at === 'ringing' ? state.callBackAt : null,
    deskConnected,
    deskPhone: consultation.deskPhone,
    officialName: consultation.officialName,
    mine,
    call,
    endReason: state.at === 'ended' ? state.reason : null,
    endedAt: state.at === 'ended' ? state.since : null,
    wrappedUp: consultation.outcome !== null,
  };
}

/** In an official's hands: what is under way, and what has ended and still wants its result. */
export const isInHand = ({ state, outcome, takenAt }: StoredConsultation): boolean => state.at !== 'ended' || (outcome === null && takenAt !== null);

/** What an official took on, as their day lists it. */
export const dayOf = (consultations: readonly StoredConsultation[]): OfficialHubView['day'] =>
  consultations.flatMap(({ id, deskName, question, takenAt, state, outcome }) =>
    takenAt === null
      ? []
      : [{ id, deskName, topic: question.topic, claimedAt: takenAt, endedAt: state.at === 'ended' ? state.since : null, endReason: state.at === 'ended' ? state.reason : null, outcome, wrappedUp: outcome !== null }],
  );

/** All of an official's view but the queue, which is written once for the whole office. */
export type OwnPart = Omit<OfficialHubView, 'queue'>;

export interface OfficialGround {
  readonly official: StoredOfficial;
  readonly offices: readonly OfficeNow[];
  readonly mine: OfficialConsultation[];
  readonly day: OfficialHubView['day'];
  readonly sessionUntil: string;
}

export const ownPart = ({ official, offices, mine, day, sessionUntil }: OfficialGround): OwnPart => ({
  name: official.name,
  officeId: official.officeId,
  offices: offices.map(({ office }) => ({ id: office.id, name: office.name })),
  available: official.available,
  topics: [...official.topics],
  languages: [...official.languages],
  mine,
  day,
  sessionUntil,
});
