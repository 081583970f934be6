import type { Party, Signal, SignalBody } from './signal.ts';

/**
 * One side of the signalling between two parties of a call: numbers what goes out, keeps it until the other side has it, and
 * gives out what comes in once and in order, whatever the hub lost, doubled or swapped while it was away. Pure.
 */
export interface SignalLine {
  readonly callId: string;
  readonly me: Party;
  readonly peer: Party;
  readonly generation: number;
  /** Sent and not yet received by the other side, in order. */
  readonly unconfirmed: readonly Signal[];
  readonly nextSeq: number;
  /** How many of the other side's messages were given out. */
  readonly received: number;
  /** Arrived before their turn. */
  readonly early: readonly Signal[];
  readonly page: string;
  /** The other side's page as it was last heard of, and those it had before. */
  readonly peerPage: string | undefined;
  readonly formerPages: readonly string[];
}

/** The line of a page just loaded. */
export const newSignalLine = (callId: string, me: Party, peer: Party): SignalLine => ({
  ...emptied(0),
  callId,
  me,
  peer,
  page: Math.random().toString(36).slice(2, 12),
  peerPage: undefined,
  formerPages: [],
});

const emptied = (generation: number) => ({ generation, unconfirmed: [], nextSeq: 0, received: 0, early: [] });

/** The connection is built anew: numbers begin again, and whatever was under way belongs to the past. */
export const nextGeneration = (line: SignalLine, generation = line.generation + 1): SignalLine => ({ ...line, ...emptied(generation) });

/** Numbers a message; it is kept for sending again until the other side has it. */
export function sendOn(line: SignalLine, body: SignalBody): { readonly line: SignalLine; readonly signal: Signal } {
  const signal: Signal = { ...frame(line), seq: line.nextSeq, body };
  return { line: { ...line, nextSeq: line.nextSeq + 1, unconfirmed: [...line.unconfirmed, signal] }, signal };
}

/** Everything to send again after a reconnection: what is not confirmed, or a bare receipt where nothing waits. */
export function resendOn(line: SignalLine): readonly Signal[] {
  if (line.unconfirmed.length === 0) return [receiptOn(line)];
  return line.unconfirmed.map((signal) => ({ ...signal, received: line.received }));
}

/** Tells the other side what has arrived. */
export const receiptOn = (line: SignalLine): Signal => ({ ...frame(line), seq: line.nextSeq, body: null });

const frame = (line: SignalLine) => ({ callId: line.callId, from: line.me, to: line.peer, generation: line.generation, received: line.received, page: line.page });

export interface Taken {
  readonly line: SignalLine;
  /** In order, each once. */
  readonly bodies: readonly SignalBody[];
  /** The other side built the connection anew: begin again before reading `bodies`. */
  readonly rebuilt: boolean;
  /** The other side should be told: it sent something that had to be received, or does not know where things stand. */
  readonly receipt: boolean;
  /** The other side has messages this side never sent: this page was loaded anew in the middle, and only a rebuild helps. */
  readonly forgotten: boolean;
}

/** How far ahead of its turn a message may be; the rest is sent again by whoever sent it. */
const furthestAhead = 200;

/**
 * Takes one message in. Of another call or from another party: nothing happens. Of a later generation: the line begins again
 * with it. Of a page loaded anew: the line begins again with a generation that neither page has seen. Of an earlier generation,
 * otherwise: it is told of this one.
 */
export function takeOn(line: SignalLine, signal: Signal): Taken {
  const nothing: Taken = { line, bodies: [], rebuilt: false, receipt: false, forgotten: false };
  if (signal.callId !== line.callId || signal.from !== line.peer || signal.to !== line.me) return nothing;
  if (signal.generation <= line.generation && isAnew(line, signal)) return { ...nothing, line: nextGeneration(heardFrom(line, signal)), rebuilt: true, receipt: true };
  return signal.generation < line.generation ? { ...nothing, receipt: true } : taken(heardFrom(line, signal), signal);
}

/** A former page that speaks in an earlier generation is one that comes late; in this one, it was wrongly taken for former. */
function isAnew(line: SignalLine, { page, generation }: Signal): boolean {
  if (page === undefined || line.peerPage === undefined || page === line.peerPage) return false;
  return generation === line.generation || !line.formerPages.includes(page);
}

function heardFrom(line: SignalLine, { page }: Signal): SignalLine {
  if (page === undefined || page === line.peerPage) return line;
  return { ...line, peerPage: page, formerPages: line.peerPage === undefined ? [] : [...line.formerPages, line.peerPage] };
}

function taken(line: SignalLine, signal: Signal): Taken {
  const rebuilt = signal.generation > line.generation;
  const current = rebuilt ? nextGeneration(line, signal.generation) : line;
  const confirmed = { ...current, unconfirmed: current.unconfirmed.filter((sent) => sent.seq >= signal.received) };
  const { line: next, bodies } = signal.body === null ? { line: confirmed, bodies: [] } : inOrder(confirmed, signal);
  // A bare receipt with a number long taken comes from a page that was loaded anew: it has to hear where things stand.
  const receipt = signal.body !== null || signal.seq < next.received;
  return { line: next, bodies, rebuilt, receipt, forgotten: signal.received > current.nextSeq };
}

function inOrder(line: SignalLine, signal: Signal): { readonly line: SignalLine; readonly bodies: readonly SignalBody[] } {
  const known = signal.seq < line.received || signal.seq > line.received + furthestAhead || line.early.some((one) => one.seq === signal.seq);
  if (known) return { line, bodies: [] };
  const waiting = [...line.early, signal].sort((left, right) => left.seq - right.seq);
  const gap = waiting.findIndex((one, index) => one.seq !== line.received + index);
  const ready = gap === -1 ? waiting : waiting.slice(0, gap);
  const bodies = ready.flatMap(({ body }) => (body === null ? [] : [body]));
  return { line: { ...line, received: line.received + ready.length, early: waiting.slice(ready.length) }, bodies };
}
