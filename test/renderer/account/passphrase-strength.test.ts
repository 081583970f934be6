import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passphraseStrength } from '../../../renderer/account/passphrase-strength.ts';
import { passphraseSchema } from '../../../shared/settings/settings.ts';

test.each([
  ['', 'too-short'],
  ['sette gat', 'too-short'],
  ['1234567890', 'weak'],
  ['abcdefghijkl', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['Sportello1', 'weak'],
  ['password password', 'weak'],
  ['comune di inps', 'weak'],
  ['G7#kVm2!qZx', 'fair'],
  ['gatto sul tetto', 'fair'],
  ['sette gatti sul tetto blu', 'strong'],
  ['lampione verde quattro barche', 'strong'],
])('%j is %s', (passphrase, strength) => {
  expect(passphraseStrength(passphrase)).toBe(strength);
});

test('what is called too short is exactly what the desk refuses for its length', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (passphrase) => {
      expect(passphraseStrength(passphrase) === 'too-short').toBe(!passphraseSchema.safeParse(passphrase).success);
    }),
  );
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
