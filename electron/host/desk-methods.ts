import type { DeskInput, DeskMethod, DeskValue } from '../../shared/desk/desk-api.ts';
import type { Answer } from '../../shared/desk/refusal.ts';
import type { DeskEvent } from '../../shared/desk/transport.ts';
import type { ClerkRole } from '../../shared/settings/settings.ts';

type Soon<T> = T | Promise<T>;

/** What answers the contract: one function a method, its input already checked by the gate. */
export type DeskMethods = { readonly [Method in DeskMethod]: (input: DeskInput<Method>) => Soon<Answer<DeskValue<Method>>> };

/** A desk as the gate and the wires see it. */
export interface Desk {
  readonly methods: DeskMethods;
  /** Who is signed in; `undefined` when the desk is locked. */
  seat(): { readonly role: ClerkRole } | undefined;
  /** Hears what changed at the desk; the function returned stops listening. */
  subscribe(listener: (event: DeskEvent) => void): () => void;
  /** Closes the records. Nothing may be called afterwards. */
  close(): void;
}
