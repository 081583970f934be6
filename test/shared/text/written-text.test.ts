import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personInputSchema } from '../../../shared/person/person-schema.ts';
import { comuneSchema, displayNameSchema, settingsSchema } from '../../../shared/settings/settings.ts';
import { oneLine, severalLines } from '../../../shared/text/written-text.ts';
import { deskApi } from '../../../shared/desk/desk-api.ts';

/** Any text, with the characters that make trouble more often than chance would bring them. */
const troubled = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\n', '\t', '\r\n', '\0', '\u001b', '\u0085', '\u00a0', '\u2028', '\u2029', '\u3000', '\u2800'),
    fc.constantFrom('\u00ad', '\u061c', '\u200b', '\u200d', '\u200f', '\u202e', '\u2060', '\u2066', '\u2069', '\ufeff', '\u3164', '\ufe0f', '\u{e0041}'),
    fc.constantFrom('\ud800', '\udfff', '\ufffe', '\ue000', 'e\u0301', '\u212b', 'a\u200b\u0301'),
  ),
).map((parts) => parts.join(''));

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

test.each([
  ['Rossi\u202e', 'Rossi'],
  ['\u200bElena\ufeff  Conti ', 'Elena Conti'],
  ['De\n\tLuca', 'De Luca'],
  ['D\u00e0\u00a0Ponte', 'Dà Ponte'],
  ['Nicolo\u0300', 'Nicol\u00f2'],
  ['a \u2066 b', 'a b'],
  ['Hoxha-Łukaszewicz d’Este', 'Hoxha-Łukaszewicz d’Este'],
  ['محمد', 'محمد'],
  ['\u200b\u3164\u202e', ''],
])('%j is kept as %j', (typed, kept) => {
  expect(oneLine(typed)).toBe(kept);
});

test('one line holds nothing unseen, no two blanks in a row, none at its ends, in NFC; a second time changes nothing', () => {
  fc.assert(
    fc.property(troubled, (typed) => {
      const kept = oneLine(typed);
      expect(kept).not.toMatch(unseen);
      expect(kept).not.toMatch(/\s{2}|^\s|\s$|[^\S ]/u);
      expect(kept.normalize('NFC')).toBe(kept);
      expect(oneLine(kept)).toBe(kept);
    }),
  );
});

test('what a person can see is never taken away', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zà-öø-ÿčžłđ'’.-]+$/), { minLength: 1 }), (words) => {
      expect(oneLine(words.join(' '))).toBe(words.join(' ').normalize('NFC'));
    }),
  );
});

test('several lines keep their line ends and nothing else unseen', () => {
  expect(severalLines('Via Roma 1\r\nlun–ven\u202e 9–12\u2028')).toBe('Via Roma 1\nlun–ven 9–12\n');
  fc.assert(
    fc.property(troubled, (typed) => {
      const kept = severalLines(typed);
      expect(kept.replaceAll('\n', '')).not.toMatch(unseen);
      expect(severalLines(kept)).toBe(kept);
    }),
  );
});

const dirty = ' Anna\u202e\u200b\n Neri\u0000 ';
const id = '01890000-0000-7000-8000-000000000001';

test('no name, line or note gets into the desk as it was pasted', () => {
  expect(displayNameSchema.parse(dirty)).toBe('Anna Neri');
  expect(comuneSchema.parse({ name: dirty, province: 'PR', code: '034030' }).name).toBe('Anna Neri');
  expect(settingsSchema.shape.deskContact.parse('Via Roma\u202e\r\nPiano 1')).toBe('Via Roma\nPiano 1');
  const person = personInputSchema.parse({ role: 'delegate', relation: dirty, details: { surname: dirty, givenName: dirty } });
  expect([person.relation, person.details.surname, person.details.givenName]).toEqual(['Anna Neri', 'Anna Neri', 'Anna Neri']);
  expect(deskApi.addFollowUp.input.parse({ sessionId: id, due: '2026-12-01', what: dirty })).toMatchObject({ what: 'Anna Neri' });
  expect(deskApi.addNumber.input.parse({ runId: id, kind: 'domus', value: ' 12\u200b3 ' })).toMatchObject({ value: '123' });
  expect(deskApi.saveNote.input.parse({ runId: id, note: 'uno\r\ndue\u202e' })).toMatchObject({ note: 'uno\ndue' });
});

test('a name of nothing that can be seen is an empty one', () => {
  expect(displayNameSchema.safeParse('\u200b\u200b\u200b').success).toBe(false);
  expect(personInputSchema.safeParse({ role: 'main', details: { surname: '\u202e' } }).success).toBe(false);
});
