import { describe, expect, test } from 'vitest';
import words from '../../../resources/locales/it/passport.json' with { type: 'json' };
import { notTriedReasons, passportReasons, passportTests, passportVerdicts } from '../../../shared/session/network-passport.ts';

const sorted = (names: Iterable<string>): readonly string[] => [...names].toSorted();

test('every test, verdict and reason has its words, and no words are left without one', () => {
  expect(sorted(Object.keys(words.test))).toEqual(sorted(passportTests));
  expect(sorted(Object.keys(words.verdict))).toEqual(sorted(passportVerdicts));
  expect(sorted(Object.keys(words.notTried))).toEqual(sorted(notTriedReasons));
});

describe.each(passportTests)('%s', (name) => {
  test('says what was found, each in a whole sentence', () => {
    expect(sorted(Object.keys(words.found[name]))).toEqual(sorted(passportReasons[name]));
    for (const sentence of Object.values(words.found[name])) expect(sentence).toMatch(/^[A-ZÈ].*\.$/);
  });

  test('says one sentence to the technician for whatever is not as it should be', () => {
    expect(sorted(Object.keys(words.tell[name]))).toEqual(sorted(passportReasons[name].filter((reason) => reason !== 'fine')));
    for (const sentence of Object.values(words.tell[name])) expect(sentence).toMatch(/^[A-ZÈ].{20,}\.$/);
  });
});
