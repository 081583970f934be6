import fc from 'fast-check';
import { expect, test } from 'vitest';
import accountWords from '../../../resources/locales/it/account.json' with { type: 'json' };
import { deskApi } from '../../../shared/desk/desk-api.ts';
import { passphraseSchema, passphraseStrength } from '../../../shared/settings/passphrase.ts';

test.each([
  ['', 'too-short'],
  ['sette gat', 'too-short'],
  ['1234567890', 'weak'],
  ['abcdefghijkl', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['Sportello1', 'weak'],
  ['password password', 'weak'],
  ['comune di inps', 'weak'],
  ['casetta casetta casetta', 'weak'],
  ['G7#kVm2!qZx', 'fair'],
  ['gatto sul tetto', 'fair'],
  ['sette gatti sul tetto blu', 'strong'],
  ['ombrello giallo sette treni', 'strong'],
])('%j is %s', (passphrase, strength) => {
  expect(passphraseStrength(passphrase)).toBe(strength);
});

test('the example beside the box is an example and nobody’s passphrase, nor is the one training shows at its door', () => {
  const example = / per esempio: (.+)\.$/.exec(accountWords.newPassphraseHint)?.[1] ?? '';
  for (const published of [example, 'imparo allo sportello']) {
    for (const typed of [published, published.toUpperCase(), `${published}!`]) expect(passphraseStrength(typed)).toBe('weak');
  }
});

test('what the screen calls too short or weak is exactly what the desk refuses', () => {
  const likely = fc.oneof(fc.string({ maxLength: 30 }), fc.array(fc.constantFrom('sportello', 'inps', '12345', 'aaaa', 'gatto', 'tetto'), { maxLength: 5 }).map((words) => words.join(' ')));
  fc.assert(
    fc.property(likely, (passphrase) => {
      const accepted = passphraseSchema.safeParse(passphrase).success;
      expect(accepted).toBe(['fair', 'strong'].includes(passphraseStrength(passphrase)));
    }),
  );
});

const id = '01890000-0000-7000-8000-000000000001';
const weak = '1234567890';

test.each([
  ['completeSetup', { comune: { name: 'Roccabianca', province: 'PR', code: '034030' }, kind: 'PUE', supervisorName: 'Elena Conti', passphrase: weak }],
  ['addClerk', { displayName: 'Elena Conti', role: 'clerk', passphrase: weak }],
  ['resetPassphrase', { clerkId: id, passphrase: weak }],
  ['changePassphrase', { current: 'il cavallo mangia la biada', next: weak }],
  ['recoverAccess', { clerkId: id, recoveryCode: 'ABCDE', newPassphrase: weak }],
] as const)('%s takes no weak passphrase', (method, input) => {
  expect(deskApi[method].input.safeParse(input).error?.issues.map(({ path }) => path.join('.'))).toEqual([expect.stringMatching(/passphrase|next/i)]);
});

test('a passphrase that is typed to get in is not judged', () => {
  expect(deskApi.signIn.input.safeParse({ clerkId: id, passphrase: weak }).success).toBe(true);
});

test('one more unlikely word never makes a passphrase weaker', () => {
  const order = ['too-short', 'weak', 'fair', 'strong'];
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (passphrase) => {
      const longer = order.indexOf(passphraseStrength(`${passphrase} zufolo grembiule`));
      expect(longer).toBeGreaterThanOrEqual(order.indexOf(passphraseStrength(passphrase)));
    }),
  );
});
