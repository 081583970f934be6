import { italianFile } from '../procedure-problem.ts';
import type { ProblemCode, ProcedureProblem } from '../procedure-problem.ts';
import type { ProcedureTexts } from '../procedure-texts.ts';
import type { Procedure } from '../procedure.ts';

const missing = (code: ProblemCode, place: string, details: ProcedureProblem['details'] = {}): ProcedureProblem => ({
  kind: 'error',
  file: italianFile,
  place,
  code,
  details,
});
const superfluous = (place: string): ProcedureProblem => ({ ...missing('text-superfluous', place), kind: 'warning' });

/** Italian texts that are missing, blank, or belong to nothing. */
export function textProblems(procedure: Procedure, texts: ProcedureTexts): readonly ProcedureProblem[] {
  const blocks = procedure.steps.flatMap((step) => step.blocks ?? []);
  const { facts, documents, steps, amounts, outcomes, followUps } = procedure;
  const deadlines = procedure.deadlines.filter(({ unspoken }) => unspoken !== true);
  const groups = { facts, documents, steps, blocks, deadlines, amounts, outcomes, followUps } as const;
  return [
    ...(Object.keys(groups) as (keyof typeof groups)[]).flatMap((group) => matchProblems(group, groups[group], texts[group])),
    ...facts.flatMap((fact) => optionProblems(fact.id, fact.options ?? [], texts.facts[fact.id]?.options ?? {})),
    ...steps.filter((step) => step.kind === 'read-aloud' && texts.steps[step.id]?.say === undefined).map((step) => missing('nothing-to-read-aloud', `steps.${step.id}.say`)),
    ...blankTexts(texts, '').map((place) => missing('text-missing', place)),
  ];
}

function matchProblems(group: string, items: readonly { id: string }[], texts: Readonly<Record<string, unknown>>): readonly ProcedureProblem[] {
  const ids = items.map((item) => item.id);
  return [
    ...ids.filter((id) => !Object.hasOwn(texts, id)).map((id) => missing('text-missing', `${group}.${id}`)),
    ...Object.keys(texts).filter((id) => !ids.includes(id)).map((id) => superfluous(`${group}.${id}`)),
  ];
}

function optionProblems(fact: string, options: readonly string[], labels: Readonly<Record<string, string>>): readonly ProcedureProblem[] {
  return [
    ...options.filter((option) => !Object.hasOwn(labels, option)).map((option) => missing('option-label-missing', `facts.${fact}.options`, { option })),
    ...Object.keys(labels).filter((option) => !options.includes(option)).map((option) => superfluous(`facts.${fact}.options.${option}`)),
  ];
}

/** Where texts are made of spaces alone. */
function blankTexts(value: unknown, place: string): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [place] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => blankTexts(inner, place === '' ? key : `${place}.${key}`));
}
