import type { ConsultationApi } from '../../../shared/desk/consultation-api.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { askingMethods } from './asking-methods.ts';
import { callMethods } from './call-methods.ts';
import { hubMethods } from './hub-methods.ts';
import { legMethods } from './leg-methods.ts';
import { passportMethods } from './passport-methods.ts';

/** The virtual counter: the hub, what is asked of INPS offices, and the calls that come of it. */
export const consultationMethods = (context: HostContext): Pick<SessionHalf, keyof ConsultationApi> => ({
  ...hubMethods(context),
  ...askingMethods(context),
  ...callMethods(context),
  ...legMethods(context),
  ...passportMethods(context),
});
