import type { ConsultationApi } from '../../../shared/desk/consultation-api.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { SessionHalf } from '../host-context.ts';

/** Without a line to a hub there is nobody to ask. */
export function consultationMethods(): Pick<SessionHalf, keyof ConsultationApi> {
  const nobody = () => refuse('hub-not-set');
  return {
    readHub: () => answer({ link: { at: 'none' }, address: null, trial: null, view: null, sessions: {} }),
    enrolDesk: () => refuse('hub-unreachable'),
    forgetHub: nobody,
    askOfficial: nobody,
    chooseCallBack: nobody,
    queueAgain: nobody,
    withdrawConsultation: nobody,
    answerRing: nobody,
    endConsultation: nobody,
    readConsultation: () => refuse('no-such-consultation'),
    sendSignal: nobody,
    renewRelay: nobody,
    testRelay: nobody,
    inviteGuest: nobody,
    removeGuest: nobody,
    openLeg: nobody,
    closeLeg: nobody,
    noteCall: nobody,
    savePassport: nobody,
    listPassports: () => answer([]),
  };
}
