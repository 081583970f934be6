import { refuse } from '../../../shared/desk/refusal.ts';
import type { Answer, RefusalCode } from '../../../shared/desk/refusal.ts';
import { databaseTrouble } from '../db/database-trouble.ts';
import { closeRecords } from '../desk-core.ts';
import type { DeskCore } from '../desk-core.ts';

/** The troubles that stay until somebody does something about them; the others end with the call they spoilt. */
const lasting: readonly RefusalCode[] = ['keyring-damaged', 'database-damaged', 'database-newer'];

/** Closes the records and remembers why they cannot be used, for every screen to see. */
export function noteTrouble(core: DeskCore, code: RefusalCode): void {
  if (!lasting.includes(code)) return;
  closeRecords(core);
  core.trouble = code;
  core.emit({ name: 'deskChanged', data: {} });
}

type Method = (input: never) => Answer<unknown> | Promise<Answer<unknown>>;

/**
 * Puts every method of the desk behind one catch: what SQLite or the disk threw becomes the refusal it means, and a
 * trouble that lasts is remembered. Anything else is a fault and flies on to the gate.
 */
export function catchingTrouble<Methods extends Readonly<Record<keyof Methods, Method>>>(core: DeskCore, methods: Methods): Methods {
  const caught = Object.entries<Method>(methods).map(([name, method]) => [name, guarded(core, method)]);
  return Object.fromEntries(caught);
}

function guarded(core: DeskCore, method: Method): Method {
  const seen = <T>(given: Answer<T>): Answer<T> => {
    if (!given.ok) noteTrouble(core, given.code);
    return given;
  };
  const caught = (error: unknown): Answer<never> => {
    const code = databaseTrouble(error);
    if (code === undefined) throw error;
    return seen(refuse(code));
  };
  return (input) => {
    try {
      const reply = method(input);
      return reply instanceof Promise ? reply.then(seen, caught) : seen(reply);
    } catch (error) {
      return caught(error);
    }
  };
}
