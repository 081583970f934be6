import type { DeskMode } from '../../shared/desk/desk-view.ts';
import type { Answer } from '../../shared/desk/refusal.ts';
import type { Desk } from './desk-methods.ts';

/** How to open each desk a process offers; a mode left out is not offered. */
export type DeskFactories = { readonly [Mode in DeskMode]?: () => Answer<Desk> };

/** Where each desk's page lies under its address; its socket is `desk` beside it. */
const pagePaths: Readonly<Record<DeskMode, string>> = { real: '/', training: '/formazione/' };

export const pagePathOf = (mode: DeskMode): string => pagePaths[mode];

/** The desk an address path is the page of. */
export function modeOfPage(path: string): DeskMode | undefined {
  if (path === pagePaths.real) return 'real';
  return path === pagePaths.training ? 'training' : undefined;
}

/** The desk an address path is the socket of. */
export const modeOfSocket = (path: string): DeskMode | undefined => (path.endsWith('/desk') ? modeOfPage(path.slice(0, -'desk'.length)) : undefined);

/** The desks of one process, each opened when somebody first asks for it: training never touches the real records. */
export class DeskDoors {
  readonly #factories: DeskFactories;
  readonly #opened = new Map<DeskMode, Desk>();

  constructor(factories: DeskFactories) {
    this.#factories = factories;
  }

  /** The desk that is shown first: the real one where it is offered. */
  get first(): DeskMode {
    return this.offers('real') ? 'real' : 'training';
  }

  offers(mode: DeskMode): boolean {
    return this.#factories[mode] !== undefined;
  }

  /** The desk itself, opened now if it was not; `undefined` when it is not offered, a refusal when it cannot be opened. */
  open(mode: DeskMode): Answer<Desk> | undefined {
    const opened = this.#opened.get(mode);
    if (opened !== undefined) return { ok: true, value: opened };
    const fresh = this.#factories[mode]?.();
    if (fresh?.ok === true) this.#opened.set(mode, fresh.value);
    return fresh;
  }

  closeAll(): void {
    for (const desk of this.#opened.values()) desk.close();
    this.#opened.clear();
  }
}
