import words from '../../../resources/locales/it/start.json' with { type: 'json' };

/** What a browser without the key sees; plain, because no style or script is served without it. */
export const closedDoorPage = `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.closedDoorTitle}</title></head>
<body><main><h1>${words.closedDoorTitle}</h1><p>${words.closedDoor}</p></main></body>
</html>
`;
