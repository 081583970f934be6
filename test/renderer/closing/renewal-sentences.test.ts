import { expect, test } from 'vitest';
import takeHome from '../../../resources/locales/it/take-home.json' with { type: 'json' };
import { identityDocuments, isIdentityPaper } from '../../../shared/session/closed-lists.ts';

/** Only the Italian carta d'identità is the comune's own; who renews the others has no source here. */
const issuedElsewhere = identityDocuments.filter(isIdentityPaper).filter((document) => document !== 'carta-identita');

test.each(issuedElsewhere)('the sheet sends whoever has an expired %s to whoever issued it, and names no office', (document) => {
  expect(takeHome.renew[document]).toMatch(/ è scadut[oa]: chiedere il rinnovo a chi l’ha rilasciat[oa]\.$/);
});
