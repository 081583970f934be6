import { expect, test } from 'vitest';
import { changeParameters } from '../../../renderer/call/sender-parameters.ts';

/** A sender as strict as a browser's: of two changes at once it refuses the second. */
class StrictSender {
  encodings: { active: boolean; maxBitrate?: number }[] = [{ active: true }];
  options: unknown[] = [];
  #busy = false;

  getParameters = () => ({ encodings: structuredClone(this.encodings) });
  setParameters = async (parameters: { encodings: { active: boolean }[] }, options?: unknown): Promise<void> => {
    if (this.#busy) throw new Error('InvalidStateError');
    this.#busy = true;
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.#busy = false;
    this.encodings = parameters.encodings;
    this.options.push(options);
  };
}

test('changes at the same time all take, one after the other', async () => {
  const strict = new StrictSender();
  const sender = strict as unknown as RTCRtpSender;
  const took = await Promise.all([
    changeParameters(sender, ({ encodings }) => encodings.forEach((encoding) => (encoding.maxBitrate = 250_000))),
    changeParameters(sender, () => undefined, true),
    changeParameters(sender, ({ encodings }) => encodings.forEach((encoding) => (encoding.active = false))),
  ]);
  expect(took).toEqual([true, true, true]);
  expect(strict.encodings).toEqual([{ active: false, maxBitrate: 250_000 }]);
  expect(strict.options).toEqual([undefined, { encodingOptions: [{ keyFrame: true }] }, undefined]);
});

test('a change that is refused stands in nobody’s way', async () => {
  const strict = new StrictSender();
  const sender = strict as unknown as RTCRtpSender;
  const other = strict.setParameters({ encodings: [{ active: true }] });
  expect(await changeParameters(sender, () => undefined)).toBe(false);
  await other;
  expect(await changeParameters(sender, () => undefined)).toBe(true);
});

test('a line that was not agreed upon yet has nothing to change', async () => {
  const strict = new StrictSender();
  strict.encodings = [];
  expect(await changeParameters(strict as unknown as RTCRtpSender, () => undefined, true)).toBe(false);
});
