import { callsForMedianWait, compareInQueue, medianWait } from '../../shared/hub/queue-order.ts';
import type { Office } from '../../shared/hub/hub-views.ts';
import type { HubStore, StoredConsultation, StoredOffice, StoredOfficial } from '../store/hub-store.ts';

/** How things stand at one office. */
export interface OfficeNow {
  readonly office: StoredOffice;
  /** First come first; then what was promised, by time. */
  readonly queue: readonly StoredConsultation[];
  /** Seconds; `undefined` when too few calls were answered to say. */
  readonly medianWait: number | undefined;
}

/** The offices and their queues as last read, once for all the views that show them. */
export class OfficeBook {
  readonly #store: HubStore;
  readonly #now = new Map<string, OfficeNow>();

  constructor(store: HubStore) {
    this.#store = store;
  }

  /** Reads the list of offices anew, and each one's queue. */
  async readAll(): Promise<void> {
    for (const office of await this.#store.offices()) await this.#read(office);
  }

  /** Reads some queues anew. */
  async read(officeIds: Iterable<string>): Promise<void> {
    const known = [...officeIds].flatMap((id) => this.#now.get(id) ?? []);
    await Promise.all(known.map(({ office }) => this.#read(office)));
  }

  get(officeId: string): OfficeNow | undefined {
    return this.#now.get(officeId);
  }

  all(): readonly OfficeNow[] {
    return [...this.#now.values()];
  }

  /** What desks see of the offices. */
  figures(available: (officeId: string) => number): readonly Office[] {
    return this.all().map(({ office, queue, medianWait: median }) => ({
      ...office,
      topics: [...office.topics],
      languages: [...office.languages],
      available: available(office.id),
      waiting: queue.filter(({ state }) => state.at === 'waiting').length,
      medianWait: median ?? null,
    }));
  }

  async #read(office: StoredOffice): Promise<void> {
    const [queue, waits] = await Promise.all([this.#store.queueOf(office.id), this.#store.latestWaits({ officeId: office.id, most: callsForMedianWait })]);
    this.#now.set(office.id, { office, queue: [...queue].sort(compareShown), medianWait: medianWait(waits) });
  }
}

function compareShown(left: StoredConsultation, right: StoredConsultation): number {
  const [first, second] = [callBackOf(left), callBackOf(right)];
  if (first === undefined || second === undefined) return Number(first !== undefined) - Number(second !== undefined) || compareInQueue(left, right);
  return first < second ? -1 : Number(first > second);
}

const callBackOf = ({ state }: StoredConsultation): string | undefined => (state.at === 'promised' ? state.callBackAt : undefined);

/** Officials who take calls now, by their office. */
export function countAvailable(officials: Iterable<StoredOfficial>, isPresent: (officialId: string) => boolean): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id, officeId, available, disabled } of officials)
    if (available && !disabled && isPresent(id)) counts.set(officeId, (counts.get(officeId) ?? 0) + 1);
  return counts;
}
