import { randomBytes } from 'node:crypto';

const secret = (): string => randomBytes(32).toString('base64url');

/** Tokens waiting to be used; a window that never opened must not leave keys lying about for ever. */
const tokensKept = 8;

/**
 * Who may come in at the loopback address: a token printed with the address opens once and is exchanged for a cookie's
 * value, which opens until the process ends. Both live in memory alone.
 */
export class DoorKeys {
  readonly #tokens = new Set<string>();
  readonly #used = new Set<string>();
  readonly #cookies = new Set<string>();

  /** A new token; the oldest unused one stops working when there are too many. */
  newToken(): string {
    const token = secret();
    this.#tokens.add(token);
    for (const oldest of [...this.#tokens].slice(0, -tokensKept)) this.#tokens.delete(oldest);
    return token;
  }

  /** The cookie's value for a token, once; `undefined` for a token that is wrong or was used. */
  exchange(token: string): string | undefined {
    if (!this.#tokens.delete(token)) return undefined;
    this.#used.add(token);
    const cookie = secret();
    this.#cookies.add(cookie);
    return cookie;
  }

  /** Whether a token was one of ours and has opened already: somebody else had it, or it was opened twice. */
  wasUsed(token: string): boolean {
    return this.#used.has(token);
  }

  opens(cookie: string | undefined): boolean {
    return cookie !== undefined && this.#cookies.has(cookie);
  }
}
