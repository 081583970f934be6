import type { Procedure } from './procedure.ts';

/** Makes a function of a procedure work once for each procedure object: procedures are never changed in place. */
export function perProcedure<T>(compute: (procedure: Procedure) => T): (procedure: Procedure) => T {
  const made = new WeakMap<Procedure, { readonly value: T }>();
  return (procedure) => {
    const entry = made.get(procedure) ?? { value: compute(procedure) };
    made.set(procedure, entry);
    return entry.value;
  };
}
