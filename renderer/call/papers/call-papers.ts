import { rungs } from '../../../shared/call/ladder-rungs.ts';
import type { ControlMessage } from '../../../shared/call/control-message.ts';
import type { PaperMime } from '../../../shared/call/paper-kind.ts';
import type { CallConductor } from '../call-conductor.ts';
import type { DataChannels } from '../data-channels.ts';
import { PaperExchange } from './paper-exchange.ts';

/** A paper chosen and not yet sent: the clerk looks at it first. */
export interface PaperDraft {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: PaperMime;
  readonly from: 'file' | 'camera';
}

export interface CallPapersSnapshot {
  /** The resident agreed that papers are shown in this call. */
  readonly consent: boolean;
  /** The official asks for a still picture of a paper. */
  readonly stillAsked: boolean;
  readonly draft: PaperDraft | null;
  /** When the other side opened a paper, by its id; instants of this computer. */
  readonly seenAt: Readonly<Record<string, string>>;
}

const nothingYet: CallPapersSnapshot = { consent: false, stillAsked: false, draft: null, seenAt: {} };

type Call = Pick<CallConductor, 'subscribe' | 'snapshot'> & { readonly link: Pick<CallConductor['link'], 'listen' | 'say' | 'channels'> };

/**
 * What belongs to the papers of a call beside the papers themselves: consent, what is being prepared, what is asked for. The
 * desk shows and the official views; all of it is in memory alone and gone when the call is over.
 */
export class CallPapers {
  readonly exchange: PaperExchange;
  readonly #call: Call;
  readonly #part: 'shows' | 'views';
  readonly #watchers = new Set<() => void>();
  #snapshot = nothingYet;
  #allowance: () => number = () => rungs[0]?.papers ?? 0;

  constructor(call: Call, part: 'shows' | 'views') {
    this.#call = call;
    this.#part = part;
    // Papers go one way: what an official would send a desk is not taken.
    this.exchange = new PaperExchange({ consent: () => part === 'views' && this.#snapshot.consent, allowance: () => this.#allowance() });
    this.exchange.subscribe(() => this.#noteSeen());
    call.link.listen({ built: (_, channels) => this.#attach(channels), said: (message) => this.#heard(message) });
    if (call.link.channels) this.#attach(call.link.channels);
    call.subscribe(() => call.snapshot().state.at === 'over' && this.close());
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly snapshot = (): CallPapersSnapshot => this.#snapshot;

  /** What the ladder lets papers take on a weak line, in bits a second. */
  followLadder(allowance: () => number): void {
    this.#allowance = allowance;
  }

  /** The resident agrees, or no longer does: then every paper shown is taken back. */
  setConsent(consent: boolean): void {
    this.#show({ consent, ...(!consent && { draft: null }) });
    this.#tellConsent();
    if (!consent) this.#takeAllBack();
  }

  prepare(draft: PaperDraft | null): void {
    this.#show({ draft, stillAsked: false });
  }

  /** The official asks the desk for a still picture; `false` while nothing carries it. */
  askStill = (): boolean => this.#call.link.say({ kind: 'stillImage' });

  /** The call is over: nothing of any paper stays. */
  close(): void {
    this.exchange.close();
    this.#show(nothingYet);
  }

  #attach({ control, papers }: DataChannels): void {
    this.exchange.attach(papers);
    if (control.readyState === 'open') this.#tellConsent();
    else control.addEventListener('open', () => this.#tellConsent());
  }

  #tellConsent(): void {
    if (this.#part === 'shows') this.#call.link.say({ kind: 'papersConsent', given: this.#snapshot.consent });
  }

  #heard(message: ControlMessage): void {
    if (this.#part === 'shows' && message.kind === 'stillImage') this.#show({ stillAsked: true });
    if (this.#part !== 'views' || message.kind !== 'papersConsent') return;
    this.#show({ consent: message.given });
    if (!message.given) this.#takeAllBack();
  }

  #takeAllBack(): void {
    const { out, in: received } = this.exchange.snapshot();
    for (const { offer } of [...out, ...received]) this.exchange.cancel(offer.paperId);
  }

  #noteSeen(): void {
    const news = this.exchange.snapshot().out.filter(({ seen, offer }) => seen && this.#snapshot.seenAt[offer.paperId] === undefined);
    if (news.length === 0) return;
    const now = new Date().toISOString();
    this.#show({ seenAt: { ...this.#snapshot.seenAt, ...Object.fromEntries(news.map(({ offer }) => [offer.paperId, now])) } });
  }

  #show(change: Partial<CallPapersSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}

const known = new WeakMap<CallConductor, CallPapers>();

/** The papers of a call: one as long as its conductor, whatever of its screen comes and goes. */
export function papersOf(conductor: CallConductor, part: 'shows' | 'views'): CallPapers {
  const papers = known.get(conductor) ?? new CallPapers(conductor, part);
  known.set(conductor, papers);
  return papers;
}
