import refusals from '../../resources/locales/it/refusals.json' with { type: 'json' };
import type { RefusalCode, RefusalDetails } from '../../shared/desk/refusal.ts';

/** A code without a sentence does not compile here. */
const sentences: Readonly<Record<RefusalCode, string>> = refusals;

/** Fills the `{{name}}` blanks of a sentence; one that nobody filled becomes an ellipsis rather than a riddle. */
export function fillBlanks(sentence: string, details: RefusalDetails = {}): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_blank, name: string) => (Object.hasOwn(details, name) ? String(details[name]) : '…'));
}

/** The Italian sentence of a refusal: what happened and what to do. */
export const sentenceOf = (code: RefusalCode, details?: RefusalDetails): string => fillBlanks(sentences[code], details);
