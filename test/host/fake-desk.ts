import { answer } from '../../shared/desk/refusal.ts';
import type { DeskEvent } from '../../shared/desk/transport.ts';
import type { ClerkRole } from '../../shared/settings/settings.ts';
import type { Desk, DeskMethods } from '../../electron/host/desk-methods.ts';
import { deskApi } from '../../shared/desk/desk-api.ts';

export interface FakeDesk extends Desk {
  /** Names of the methods that got past the gate, with what they were given. */
  readonly ran: { readonly method: string; readonly input: unknown }[];
  readonly listeners: Set<(event: DeskEvent) => void>;
  closed: boolean;
  emit(event: DeskEvent): void;
}

/** A desk that notes what reaches it and answers `null`, unless a method is given: what the gate and the wires are tried on. */
export function createFakeDesk(role: ClerkRole | undefined, methods: Partial<DeskMethods> = {}): FakeDesk {
  const ran: FakeDesk['ran'] = [];
  const listeners: FakeDesk['listeners'] = new Set();
  const noting = Object.keys(deskApi).map((method) => [
    method,
    (input: unknown) => {
      ran.push({ method, input });
      return answer(null);
    },
  ]);
  return {
    ran,
    listeners,
    closed: false,
    methods: { ...Object.fromEntries(noting), ...methods } as DeskMethods,
    seat: () => (role === undefined ? undefined : { role }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: (event) => listeners.forEach((listener) => listener(event)),
    close() {
      this.closed = true;
    },
  };
}
