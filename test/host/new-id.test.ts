import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '../../electron/host/new-id.ts';

test('ids are UUIDv7: valid, different, and in the order of time', () => {
  const at = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(Date.UTC(2026, 0, 1) + milliseconds);
  const ids = Array.from({ length: 50 }, (_, index) => newId(at(index)));
  expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(newId(at(0))).not.toBe(newId(at(0)));
});
