import words from '../../resources/locales/it/hub-doors.json' with { type: 'json' };

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

const page = (title: string, body: string): string => `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body><main><h1>${escaped(title)}</h1>${body}</main></body>
</html>
`;

/** What a link opens first: a button. Programs that look at links ahead of people do not press it, and so do not use it up. */
export const doorPage = (of: 'official' | 'guest', token: string): string =>
  page(
    words[of].title,
    `<p>${escaped(words[of].what)}</p><form method="post"><input type="hidden" name="t" value="${escaped(token)}"><button type="submit">${escaped(words[of].enter)}</button></form>`,
  );

/** A link that opens nothing, and why. */
export const closedDoorPage = (of: 'official' | 'guest', why: 'wrong' | 'used' | 'expired' | 'too-many'): string => page(words[of].title, `<p>${escaped(words[of][why])}</p>`);
