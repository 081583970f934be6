import { consultationMethods } from './consultation/consultation-methods.ts';
import type { HostContext, SessionHalf } from './host-context.ts';
import { closingMethods } from './session/closing-methods.ts';
import { continueMethods } from './session/continue-session.ts';
import { discardMethods } from './session/discard-session.ts';
import { followUpMethods } from './session/follow-up-methods.ts';
import { homeMethods } from './session/home-methods.ts';
import { markMethods } from './session/mark-methods.ts';
import { numberMethods } from './session/number-methods.ts';
import { openingMethods } from './session/opening-methods.ts';
import { personMethods } from './session/person-methods.ts';
import { printMethods } from './session/print-methods.ts';
import { recoveryMethods } from './session/recovery.ts';
import { runMethods } from './session/run-methods.ts';
import { searchMethods } from './session/search-methods.ts';
import { stepMethods } from './session/step-methods.ts';
import { submissionMethods } from './session/submission-methods.ts';

/** The session half of the contract over open records, in the name of whoever is signed in. */
export function createSessionMethods(context: HostContext): SessionHalf {
  return {
    ...homeMethods(context),
    ...searchMethods(context),
    ...openingMethods(context),
    ...continueMethods(context),
    ...discardMethods(context),
    ...personMethods(context),
    ...closingMethods(context),
    ...recoveryMethods(context),
    ...runMethods(context),
    ...stepMethods(context),
    ...markMethods(context),
    ...submissionMethods(context),
    ...numberMethods(context),
    ...followUpMethods(context),
    ...printMethods(context),
    ...consultationMethods(context),
  };
}
