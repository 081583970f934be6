import { Temporal } from 'temporal-polyfill';
import { factProblem } from '../../shared/procedure/fact-problem.ts';
import type { Fact, Procedure } from '../../shared/procedure/procedure.ts';
import type { Facts, FactValue } from '../../shared/procedure/run-state.ts';

/** Numbers in [0, 1) that come again with the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(items: readonly T[], random: () => number): T | undefined => items[Math.floor(random() * items.length)];

function anyValue(fact: Fact, random: () => number, today: string): FactValue {
  switch (fact.type) {
    case 'yes-no':
      return random() < 0.5;
    case 'choice':
      return pick(fact.options ?? [], random) ?? null;
    case 'date':
      return Temporal.PlainDate.from(today).add({ days: Math.floor(random() * 400) - 300 }).toString();
    case 'province':
      return pick(['BL', 'BS', 'AO', 'RM', 'AL'], random) ?? null;
    case 'count':
      return (fact.min ?? 0) + Math.floor(random() * 3);
  }
}

/** An answer a clerk might give to each fact of a step, always one the desk accepts. */
export function randomAnswers(procedure: Procedure, factIds: readonly string[], random: () => number, today: string): Facts {
  const facts = procedure.facts.filter((fact) => factIds.includes(fact.id));
  return Object.fromEntries(facts.map((fact) => [fact.id, acceptedValue(fact, random, today)]));
}

function acceptedValue(fact: Fact, random: () => number, today: string): FactValue {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const value = anyValue(fact, random, today);
    if (factProblem(fact, value, today) === undefined) return value;
  }
  throw new Error(`no answer found for ${fact.id}`);
}
