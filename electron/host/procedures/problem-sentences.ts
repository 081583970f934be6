import problems from '../../../resources/locales/it/procedure-problems.json' with { type: 'json' };
import type { ProblemCode, ProcedureProblem } from '../../../shared/procedure/procedure-problem.ts';
import { fillBlanks } from '../../../shared/text/fill-blanks.ts';

/** A code without a sentence does not compile here. */
const sentences: Readonly<Record<ProblemCode, string>> = problems;

/** The Italian sentence of a problem, for whoever looks after the catalogue. */
export const problemSentence = (problem: ProcedureProblem): string => fillBlanks(sentences[problem.code], problem.details);
