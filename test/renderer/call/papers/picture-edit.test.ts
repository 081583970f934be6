import { describe, expect, test } from 'vitest';
import { asItIs, cutBetween, cutBox, straightenedSize, withSide } from '../../../../renderer/call/papers/picture-edit.ts';

const picture = { width: 300, height: 200 };

describe('the sheet', () => {
  test.each([
    ['as it is', 0, 0, picture],
    ['turned by a quarter', 1, 0, { width: 200, height: 300 }],
    ['turned by half', 2, 0, picture],
    // 300·cos 10° + 200·sin 10° = 330.2; 300·sin 10° + 200·cos 10° = 249.1
    ['straightened by ten degrees', 0, 10, { width: 331, height: 250 }],
  ] as const)('%s', (_what, turn, slant, size) => expect(straightenedSize(picture, { turn, slant })).toEqual(size));
});

test('a cut leaves what lies inside it, and never nothing', () => {
  expect(cutBox(picture, { left: 0.1, top: 0.2, right: 0.3, bottom: 0 })).toEqual({ left: 30, top: 40, width: 180, height: 160 });
  expect(cutBox({ width: 1, height: 1 }, { left: 0.5, top: 0.5, right: 0.4, bottom: 0.4 })).toMatchObject({ width: 1, height: 1 });
});

test('a side stops before it meets the one across', () => {
  expect(withSide({ ...asItIs.cut, right: 0.5 }, 'left', 0.8).left).toBeCloseTo(0.4);
  expect(withSide(asItIs.cut, 'top', -1).top).toBe(0);
});

test('drawn in any direction it is the same cut; a click is none', () => {
  const cut = cutBetween({ x: 0.2, y: 0.3 }, { x: 0.8, y: 0.9 });
  expect(cut).toEqual(cutBetween({ x: 0.8, y: 0.9 }, { x: 0.2, y: 0.3 }));
  expect(cut).toMatchObject({ left: 0.2, top: 0.3 });
  expect(cutBetween({ x: 0.5, y: 0.5 }, { x: 0.52, y: 0.52 })).toBeUndefined();
});
