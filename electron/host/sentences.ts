import refusals from '../../resources/locales/it/refusals.json' with { type: 'json' };
import type { RefusalCode, RefusalDetails } from '../../shared/desk/refusal.ts';
import { fillBlanks } from '../../shared/text/fill-blanks.ts';

/** A code without a sentence does not compile here. */
const sentences: Readonly<Record<RefusalCode, string>> = refusals;

/** The Italian sentence of a refusal: what happened and what to do. */
export const sentenceOf = (code: RefusalCode, details?: RefusalDetails): string => fillBlanks(sentences[code], details);
