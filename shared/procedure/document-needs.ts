import type { PersonRole } from '../session/closed-lists.ts';
import type { DocumentDefinition } from './procedure.ts';
import type { RunState } from './run-state.ts';
import type { DocumentNeed } from './run-view.ts';

type Asked = Pick<DocumentNeed, 'subject' | 'role'>;

/**
 * Of whom a paper is asked: everybody at the desk who plays one of its roles, in the order of its `for`; the household once.
 * A paper of the main person is asked for even while nobody plays that part (`role:main`). A paper of others alone is
 * asked for though none of them came when its own condition says it is needed: once, of the first role it names
 * (`role:partner`). Without a condition it means "of whoever came", and nobody came.
 */
export function subjectsOf(document: DocumentDefinition, people: RunState['people']): readonly Asked[] {
  const asked = document.for.flatMap((role) => askedFor(role, people));
  const [first] = document.for;
  if (asked.length > 0 || document.when === undefined || first === undefined) return asked;
  return [{ subject: `role:${first}`, role: first }];
}

function askedFor(role: PersonRole | 'household', people: RunState['people']): readonly Asked[] {
  if (role === 'household') return [{ subject: 'household', role }];
  const present = people.filter((person) => person.role === role).map((person) => ({ subject: person.id, role }));
  return present.length === 0 && role === 'main' ? [{ subject: 'role:main', role }] : present;
}
