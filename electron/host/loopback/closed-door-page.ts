import words from '../../../resources/locales/it/start.json' with { type: 'json' };
import { escaped, plainPage } from '../../../shared/plain-page/plain-page.ts';

/** What a browser without the key sees: no script or file is served without it. */
export const closedDoorPage = plainPage(words.closedDoorTitle, `<p>${escaped(words.closedDoor)}</p>`);
