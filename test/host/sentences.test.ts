import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../electron/host/sentences.ts';
import { refusalCodes } from '../../shared/desk/refusal.ts';
import refusals from '../../resources/locales/it/refusals.json' with { type: 'json' };

describe('every refusal has its sentence', () => {
  test.each(refusalCodes)('%s', (code) => {
    expect(sentenceOf(code)).toMatch(/^[A-ZÈ].{20,}\.$/);
  });

  test('and no sentence is left without its code', () => {
    expect(Object.keys(refusals).toSorted()).toEqual(refusalCodes.toSorted());
  });
});
