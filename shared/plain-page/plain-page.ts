const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in a page or an attribute. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** The dress of a page that is served before anything else may be: all of it, to be let through by its hash. */
export const plainPageStyle = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #17324d; font: 1.125rem/1.6 "Titillium Web", system-ui, sans-serif; }
body::before { content: "Sportello Vicino"; display: block; padding: 1rem 1.5rem; background: #06c; color: #fff; font-weight: 600; }
main { max-width: 40rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { margin: 0 0 1rem; font-size: 2rem; line-height: 1.2; }
button { margin-top: 0.5rem; padding: 0.75rem 1.5rem; border: 0; border-radius: 4px; background: #06c; color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
button:hover { background: #0052a3; }
button:focus-visible { outline: 3px solid #000; outline-offset: 3px; }
`;

/**
 * A page without scripts and files of its own, for doors: what opens, or why nothing does.
 * @param body HTML; what came from outside must be `escaped`
 */
export const plainPage = (title: string, body: string): string => `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${plainPageStyle}</style></head>
<body><main><h1>${escaped(title)}</h1>${body}</main></body>
</html>
`;
