import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newSealingKeys, openWords, sealWords } from '../../../shared/hub/sealed-words.ts';
import { sealedTextSchema, sealingKeySchema } from '../../../shared/hub/wrap-up.ts';

const consultation = '01890000-0000-7000-8000-000000000001';
const another = '01890000-0000-7000-8000-000000000002';
const words = { toDo: 'Porti l’ISEE aggiornato — e il 😀', followUp: { due: '2026-12-03', what: 'Sentire se è arrivato' } };

test('what is sealed for a desk opens there, and passes the hub as its schema has it', async () => {
  const keys = await newSealingKeys(crypto);
  expect(sealingKeySchema.parse(keys.publicKey)).toHaveLength(87);
  const sealed = sealedTextSchema.parse(await sealWords(crypto, consultation, keys.publicKey, words));
  expect(JSON.stringify(sealed)).not.toContain('ISEE');
  expect(await openWords(crypto, consultation, keys.privateKey, sealed)).toEqual(words);
});

test('the longest words there may be fit into what the hub takes', async () => {
  const keys = await newSealingKeys(crypto);
  const longest = { toDo: '界'.repeat(600), followUp: { due: '2026-12-03', what: '界'.repeat(200) } };
  const sealed = sealedTextSchema.parse(await sealWords(crypto, consultation, keys.publicKey, longest));
  expect(await openWords(crypto, consultation, keys.privateKey, sealed)).toEqual(longest);
});

test('another consultation’s words, another desk’s words and words that were touched do not open', async () => {
  const [keys, others] = [await newSealingKeys(crypto), await newSealingKeys(crypto)];
  const sealed = await sealWords(crypto, consultation, keys.publicKey, words);
  expect(await openWords(crypto, another, keys.privateKey, sealed)).toBeUndefined();
  expect(await openWords(crypto, consultation, others.privateKey, sealed)).toBeUndefined();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('senderKey', 'iv', 'sealed' as const), fc.nat(200), fc.constantFrom('A', 'B', '_', '-', ''), async (part, at, letter) => {
      const text = sealed[part];
      const place = at % text.length;
      const touched = text.slice(0, place) + letter + text.slice(place + 1);
      // Two spellings of the last letter can mean the same bytes.
      fc.pre(touched !== text && place < text.length - 1);
      expect(await openWords(crypto, consultation, keys.privateKey, { ...sealed, [part]: touched })).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

test('a sender’s key spelt in another way does not open, though it is the same point', async () => {
  const keys = await newSealingKeys(crypto);
  const sealed = await sealWords(crypto, consultation, keys.publicKey, words);
  const point = Buffer.from(sealed.senderKey, 'base64url');
  const hybrid = Buffer.from([6 + ((point.at(-1) ?? 0) % 2), ...point.subarray(1)]).toString('base64url');
  expect(await openWords(crypto, consultation, keys.privateKey, { ...sealed, senderKey: hybrid })).toBeUndefined();
});

test('a key that is no key is an error for whoever seals, and nothing for whoever opens', async () => {
  const keys = await newSealingKeys(crypto);
  await expect(sealWords(crypto, consultation, 'AAAA', words)).rejects.toThrow(DOMException);
  expect(await openWords(crypto, consultation, 'not a key', await sealWords(crypto, consultation, keys.publicKey, words))).toBeUndefined();
});
