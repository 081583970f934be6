import type { ControlMessage } from '../../shared/call/control-message.ts';
import { sha256, shortCode, toHex } from './short-code.ts';

export interface CodeAgreementOptions {
  readonly callId: string;
  /** Whether this side comes first in the order of the parties. */
  readonly first: boolean;
  readonly say: (message: ControlMessage) => void;
  /** Resolves once the connection whose channel has just opened knows both its descriptions. */
  readonly described: () => Promise<void>;
  readonly fingerprints: () => { readonly mine: string; readonly theirs: string } | undefined;
  readonly onCode: (code: string | undefined) => void;
}

/**
 * Brings both sides to the same short code. Six digits alone could be matched by trying certificates until two codes agree, so
 * chance of both sides is mixed in, and nobody can choose theirs after seeing the other's: the first side commits to its nonce
 * by a hash, the second sends its own, the first reveals. Whoever sits between them is left with one guess in a million.
 */
export class CodeAgreement {
  readonly #options: CodeAgreementOptions;
  /** New for each agreement: one that was revealed is worth nothing for another. */
  #nonce = '';
  /** What was committed to on this connection: by the other side, or by this one until it has revealed it. */
  #commit: string | undefined;
  /** The fingerprints the code stands for, and the code. */
  #agreedOn = '';
  #code: string | undefined;
  /** One thing after the other, in the order they came: what is said before the descriptions are known waits for them. */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: CodeAgreementOptions) {
    this.#options = options;
  }

  /**
   * The control channel of a connection is open. A connection built anew between the same two pages keeps its code, and shows it
   * again if it was taken off the screen meanwhile; the first side asks all the same, for its last word may have been lost with the connection before.
   */
  begin(): Promise<void> {
    return this.#inTurn(() => this.#begin());
  }

  /**
   * A message of the other side; what is not about the code, or out of turn, is left alone.
   * @param stands whether, when its turn comes, the connection it came over is still the one that is spoken over
   */
  take(message: ControlMessage, stands: () => boolean = () => true): Promise<void> {
    return this.#inTurn(async () => {
      if (stands()) await this.#take(message);
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work, work);
    return this.#turn;
  }

  async #begin(): Promise<void> {
    await this.#options.described();
    this.#commit = undefined;
    this.#options.onCode(this.#isAgreed() ? this.#code : undefined);
    this.#nonce = toHex(crypto.getRandomValues(new Uint8Array(16)));
    if (!this.#options.first) return;
    this.#commit = toHex(await sha256(this.#nonce));
    this.#options.say({ kind: 'codeCommit', hash: this.#commit });
  }

  async #take(message: ControlMessage): Promise<void> {
    if (this.#options.first) {
      if (message.kind === 'codeNonce') await this.#reveal(message.nonce);
    } else if (this.#isAgreed()) {
      return;
    } else if (message.kind === 'codeCommit') {
      this.#answer(message.hash);
    } else if (message.kind === 'codeReveal' && this.#commit === toHex(await sha256(message.nonce))) {
      await this.#agree(message.nonce, this.#nonce);
    }
  }

  /** One commitment a connection: whoever could ask again and again would ask until the code suits them. */
  #answer(hash: string): void {
    if (this.#commit !== undefined) return;
    this.#commit = hash;
    this.#options.say({ kind: 'codeNonce', nonce: this.#nonce });
  }

  async #reveal(theirs: string): Promise<void> {
    if (this.#commit === undefined) return;
    this.#commit = undefined;
    this.#options.say({ kind: 'codeReveal', nonce: this.#nonce });
    await this.#agree(this.#nonce, theirs);
  }

  async #agree(first: string, second: string): Promise<void> {
    const prints = this.#options.fingerprints();
    if (!prints) return;
    const agreedOn = this.#prints();
    const fingerprints: [string, string] = this.#options.first ? [prints.mine, prints.theirs] : [prints.theirs, prints.mine];
    const code = await shortCode({ callId: this.#options.callId, fingerprints, nonces: [first, second] });
    // Together: until then an earlier code must not pass for that of these fingerprints.
    this.#agreedOn = agreedOn;
    this.#code = code;
    if (this.#isAgreed()) this.#options.onCode(code);
  }

  #isAgreed = (): boolean => this.#agreedOn === this.#prints();

  #prints(): string {
    const prints = this.#options.fingerprints();
    return prints ? `${prints.mine}\n${prints.theirs}` : 'none';
  }
}
