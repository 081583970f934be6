import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containedBox, movedByKey, placeBeforeTurn, placeIn, placeWords, turnedLeft, turnedPlace, turnedRight } from '../../../../renderer/call/pointer/surface-place.ts';
import type { Turn } from '../../../../renderer/call/pointer/surface-place.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const turn = fc.constantFrom<Turn>(0, 1, 2, 3);

test('the upper left corner goes round with the page', () => {
  const corner = { x: 0, y: 0 };
  expect([0, 1, 2, 3].map((quarter) => turnedPlace(corner, quarter as Turn))).toEqual([{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }]);
});

test('whatever the turn, what is pointed at is the place itself', () => {
  fc.assert(
    fc.property(share, share, turn, (x, y, quarter) => {
      const back = placeBeforeTurn(turnedPlace({ x, y }, quarter), quarter);
      expect(back.x).toBeCloseTo(x);
      expect(back.y).toBeCloseTo(y);
      expect(turnedLeft(turnedRight(quarter))).toBe(quarter);
    }),
  );
});

describe('a picture shown whole', () => {
  test.each([
    ['lies in the middle of a wider frame', { width: 400, height: 100 }, { width: 200, height: 100 }, { left: 100, top: 0, width: 200, height: 100 }],
    ['lies in the middle of a higher frame', { width: 100, height: 400 }, { width: 200, height: 100 }, { left: 0, top: 175, width: 100, height: 50 }],
    ['is taken for the frame before its size is known', { width: 100, height: 50 }, { width: 0, height: 0 }, { left: 0, top: 0, width: 100, height: 50 }],
  ])('%s', (_what, frame, picture, box) => expect(containedBox(frame, picture)).toEqual(box));
});

test('a point beside the surface is at its edge', () => {
  const box = { left: 10, top: 10, width: 100, height: 100 };
  expect(placeIn(box, { clientX: 60, clientY: 35 })).toEqual({ x: 0.5, y: 0.25 });
  expect(placeIn(box, { clientX: -500, clientY: 500 })).toEqual({ x: 0, y: 1 });
});

test('arrow keys move from the middle on, in smaller steps with shift, and never off the surface', () => {
  const right = { key: 'ArrowRight', shiftKey: false };
  expect(movedByKey(null, right)).toEqual({ x: 0.55, y: 0.5 });
  expect(movedByKey({ x: 0.5, y: 0.5 }, { ...right, shiftKey: true })?.x).toBeCloseTo(0.51);
  expect(movedByKey({ x: 1, y: 0 }, right)).toEqual({ x: 1, y: 0 });
  expect(movedByKey(null, { key: 'Tab', shiftKey: false })).toBeUndefined();
});

test('a place in words is one of nine', () => {
  expect([placeWords({ x: 0, y: 0 }), placeWords({ x: 0.5, y: 0.5 }), placeWords({ x: 1, y: 0.5 })]).toEqual(['start-start', 'middle-middle', 'middle-end']);
});
