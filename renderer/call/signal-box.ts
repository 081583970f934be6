import { newSignalLine, nextGeneration, receiptOn, resendOn, sendOn, takeOn } from '../../shared/hub/signal-order.ts';
import type { SignalLine, Taken } from '../../shared/hub/signal-order.ts';
import type { Party, Signal, SignalBody } from '../../shared/hub/signal.ts';

export interface SignalBoxOptions {
  readonly callId: string;
  readonly me: Party;
  readonly peer: Party;
  readonly send: (signal: Signal) => void;
}

/** A receipt waits so long for a message that carries it along, in milliseconds. */
const receiptAfter = 150;
/** What is not confirmed after so many milliseconds is sent again: the hub may have been away without this side's noticing. */
const resendEvery = 2_000;

/** The signalling of a link at work: the pure line of `shared/hub/signal-order.ts` with its clock and its hub. */
export class SignalBox {
  readonly #send: (signal: Signal) => void;
  #line: SignalLine;
  #reachable = true;
  #receipt: ReturnType<typeof setTimeout> | undefined;
  #resend: ReturnType<typeof setTimeout> | undefined;

  constructor({ callId, me, peer, send }: SignalBoxOptions) {
    this.#send = send;
    this.#line = newSignalLine(callId, me, peer);
  }

  get generation(): number {
    return this.#line.generation;
  }

  get reachable(): boolean {
    return this.#reachable;
  }

  /** Begins the next generation: what was under way belongs to the past. */
  begin(): void {
    this.#line = nextGeneration(this.#line);
  }

  send(body: SignalBody): void {
    const { line, signal } = sendOn(this.#line, body);
    this.#line = line;
    if (this.#reachable) this.#send(signal);
    this.#cancelReceipt();
    this.#resendSoon();
  }

  /** Tells the other side where things stand. */
  sayWhere(): void {
    if (this.#reachable) this.#send(receiptOn(this.#line));
  }

  take(signal: Signal): Taken {
    const taken = takeOn(this.#line, signal);
    this.#line = taken.line;
    if (taken.receipt) this.#receipt ??= setTimeout(() => this.#sendReceipt(), receiptAfter);
    return taken;
  }

  /** The hub, or the other side at it, is gone or there again; what is not confirmed is then sent once more. */
  setReachable(reachable: boolean): void {
    this.#reachable = reachable;
    if (reachable) this.#sendAgain();
  }

  close(): void {
    this.#cancelReceipt();
    clearTimeout(this.#resend);
    this.#resend = undefined;
  }

  #sendReceipt(): void {
    this.#receipt = undefined;
    this.sayWhere();
  }

  #cancelReceipt(): void {
    clearTimeout(this.#receipt);
    this.#receipt = undefined;
  }

  #sendAgain(): void {
    for (const signal of resendOn(this.#line)) this.#send(signal);
    this.#resendSoon();
  }

  #resendSoon(): void {
    clearTimeout(this.#resend);
    this.#resend = setTimeout(() => {
      if (this.#reachable && this.#line.unconfirmed.length > 0) this.#sendAgain();
    }, resendEvery);
  }
}
