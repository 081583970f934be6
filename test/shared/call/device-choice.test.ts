import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { chooseDevice, rememberDevice } from '../../../shared/call/device-choice.ts';

const labels = ['Webcam Logitech', 'Webcam integrata', 'Cuffie USB', 'Integrated IR Camera', 'OBS Virtual Camera', 'Monitor of Altoparlanti'] as const;
const device = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'default'), label: fc.constantFrom(...labels) });
const devices = fc.uniqueArray(device, { selector: ({ id }) => id, maxLength: 5 });
const remembered = fc.subarray([...labels], { maxLength: 3 });
const current = fc.constantFrom(undefined, 'a', 'b', 'gone');

describe('whatever is plugged in', () => {
  it('one of the list is taken, the latest choice by hand before all others', () => {
    fc.assert(
      fc.property(devices, remembered, current, (list, wanted, used) => {
        const chosen = list.find(({ id }) => id === chooseDevice(list, wanted, used));
        const best = wanted.find((label) => list.some((one) => one.label === label));
        expect(chosen === undefined).toBe(list.length === 0);
        expect(best === undefined || chosen?.label === best).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('chosen once it is chosen again, and a stranger plugged in or out changes nothing', () => {
    fc.assert(
      fc.property(devices, remembered, current, device, (list, wanted, used, stranger) => {
        const chosen = chooseDevice(list, wanted, used);
        expect(chooseDevice(list, wanted, chosen)).toBe(chosen);
        fc.pre(chosen !== undefined && !wanted.includes(stranger.label) && list.every(({ id }) => id !== stranger.id));
        expect(chooseDevice([stranger, ...list], wanted, chosen)).toBe(chosen);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('in particular', () => {
  const webcam = { id: 'a', label: labels[0] };
  const inside = { id: 'b', label: labels[1] };
  test('unplugged, the next one; plugged in again, the one that was chosen', () => {
    expect([chooseDevice([inside], [webcam.label], 'a'), chooseDevice([inside, webcam], [webcam.label], 'b')]).toEqual(['b', 'a']);
  });
  test('of two of the same name the one in use stays', () => expect(chooseDevice([webcam, { ...webcam, id: 'c' }], [webcam.label], 'c')).toBe('c'));
  test.each([labels[3], labels[4], labels[5]])('%s is taken by itself only where nothing else is', (label) => {
    expect([chooseDevice([{ id: 'x', label }, inside], [], undefined), chooseDevice([{ id: 'x', label }], [], undefined)]).toEqual(['b', 'x']);
  });
  test('the computer’s own before the first of the list', () => expect(chooseDevice([webcam, { id: 'default', label: 'Default' }], [], undefined)).toBe('default'));
  test('without permission there is nothing to choose from', () => expect(chooseDevice([{ id: '', label: '' }], [labels[0]], undefined)).toBeUndefined());
});

test('five choices are remembered, the latest first and each once; the computer’s own takes all back', () => {
  const chosen = ['a', 'b', 'c', 'd', 'e', 'f', 'b'].reduce<readonly string[]>((list, label) => rememberDevice(list, label), []);
  expect([chosen, rememberDevice(chosen, '')]).toEqual([['b', 'f', 'e', 'd', 'c'], []]);
});
