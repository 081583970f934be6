import type { DocumentState } from '../../shared/procedure/condition-schema.ts';
import type { Facts } from '../../shared/procedure/run-state.ts';

/** What the desk said was on disk; the process that heard it may be killed right after. */
export type Acknowledgement =
  | { readonly what: 'session'; readonly session: string }
  | { readonly what: 'person'; readonly session: string; readonly surname: string }
  | { readonly what: 'run'; readonly session: string; readonly run: string }
  | { readonly what: 'step'; readonly session: string; readonly run: string; readonly step: string; readonly facts: Facts }
  | { readonly what: 'document'; readonly run: string; readonly document: string; readonly subject: string; readonly state: DocumentState }
  | { readonly what: 'note'; readonly run: string; readonly note: string }
  | { readonly what: 'intent'; readonly run: string; readonly submission: string }
  | { readonly what: 'number'; readonly run: string; readonly value: string }
  | { readonly what: 'closed'; readonly session: string };

/** Steps of a run, the unit the promise is made in. */
export const isStep = (acknowledgement: Acknowledgement): boolean => acknowledgement.what === 'step';
