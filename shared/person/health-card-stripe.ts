import { parseCodiceFiscale } from './codice-fiscale.ts';
import { nameFitsCode } from './name-codes.ts';

/** What a swipe of the health card (tessera sanitaria) gives: always the code, the names only where they fit it. */
export interface StripeReading {
  readonly codiceFiscale: string;
  readonly name: { readonly surname: string; readonly givenName: string } | undefined;
}

const MAX_STRIPE = 300;

function firstCode(text: string): { code: string; after: string } | undefined {
  for (const match of text.matchAll(/(?=([A-Z]{6}[0-9A-Z]{10}))/g)) {
    const code = match[1] ?? '';
    if (parseCodiceFiscale(code).ok) return { code, after: text.slice(match.index + 16) };
  }
  return undefined;
}

/** Names stand after the code, apart by `^` (`&` on another keyboard layout), `/`, `<` or a run of blanks, up to the end of the first track. */
function namesAfter(code: string, after: string): StripeReading['name'] {
  const track = after.split(/[?_;\r\n]/)[0] ?? '';
  const parts = track.split(/[\^&/<]|\s{2,}/).map((part) => part.trim()).filter((part) => /^[\p{L}' -]+$/u.test(part));
  for (let cut = 0; cut + 1 < parts.length; cut += 1) {
    const [surname = '', givenName = ''] = parts.slice(cut, cut + 2);
    if (nameFitsCode(code, surname, givenName)) return { surname, givenName };
  }
  return undefined;
}

/**
 * Reads what a magnetic-stripe reader types when the health card goes through: start sentinel, the codice fiscale, the
 * holder's names, `?`. Readers differ in keyboard layout and track set, so this looks for the one thing that proves
 * itself, a codice fiscale whose check letter holds, and takes names only if they agree with it.
 */
export function readHealthCardStripe(text: string): StripeReading | undefined {
  if (text.length > MAX_STRIPE) return undefined;
  const found = firstCode(text.toUpperCase());
  return found && { codiceFiscale: found.code, name: namesAfter(found.code, found.after) };
}
