import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { DeskCore } from '../desk-core.ts';

/** More forms than a clerk has half-filled at once; the one longest untouched makes room. */
const mostForms = 20;

/**
 * Keeps what the clerk in the seat has half-typed in a form, through a reload and a change of clerk. In memory alone: it is
 * personal data nobody has decided to record, and a browser's own storage is an unencrypted file.
 */
export function keepDraft(core: DeskCore, { form, text }: DeskInput<'keepDraft'>): Answer<null> {
  if (core.open === undefined) return refuse('not-signed-in');
  const { clerkId } = core.open.seat;
  const forms = core.drafts.get(clerkId) ?? new Map<string, string>();
  core.drafts.set(clerkId, forms);
  // Deleted first: a map keeps its keys in the order they came.
  forms.delete(form);
  if (text !== '') forms.set(form, text);
  const [oldest] = forms.keys();
  if (forms.size > mostForms && oldest !== undefined) forms.delete(oldest);
  return answer(null);
}

/** What the clerk in the seat left in a form; what others left is nobody else's. */
export function readDraft(core: DeskCore, { form }: DeskInput<'readDraft'>): Answer<{ text: string }> {
  if (core.open === undefined) return refuse('not-signed-in');
  return answer({ text: core.drafts.get(core.open.seat.clerkId)?.get(form) ?? '' });
}
