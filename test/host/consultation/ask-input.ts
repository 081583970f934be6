import { deskHubApi } from '../../../shared/hub/desk-hub-api.ts';

/** What a hub makes of a question: the strict shape it is checked against. */
export const askInputSchema = deskHubApi.ask.input;
