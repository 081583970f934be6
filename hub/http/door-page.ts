import words from '../../resources/locales/it/hub-doors.json' with { type: 'json' };
import { escaped, plainPage } from '../../shared/plain-page/plain-page.ts';

/** What a link opens first: a button. Programs that look at links ahead of people do not press it, and so do not use it up. */
export const doorPage = (of: 'official' | 'guest', token: string): string =>
  plainPage(
    words[of].title,
    `<p>${escaped(words[of].what)}</p><form method="post"><input type="hidden" name="t" value="${escaped(token)}"><button type="submit">${escaped(words[of].enter)}</button></form>`,
  );

/** A link that opens nothing, and why. */
export const closedDoorPage = (of: 'official' | 'guest', why: 'wrong' | 'used' | 'expired' | 'too-many'): string => plainPage(words[of].title, `<p>${escaped(words[of][why])}</p>`);
