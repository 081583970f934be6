import type { Page } from '@playwright/test';
import type { TwoSides } from './two-sides.ts';

/** Milliseconds from an instant to the first picture and the first sound after it. */
export interface Recovery {
  readonly picture: number;
  readonly sound: number;
}

/** How long each side waited for picture and sound after an instant of the computer's clock. */
export async function recoveryOf({ desk, official }: TwoSides, after: number): Promise<{ readonly desk: Recovery; readonly official: Recovery }> {
  const [atDesk, atOfficial] = await Promise.all([waited(desk, after), waited(official, after)]);
  return { desk: atDesk, official: atOfficial };
}

/** Both media at both sides. */
export const slowest = ({ desk, official }: { readonly desk: Recovery; readonly official: Recovery }): number =>
  Math.max(desk.picture, desk.sound, official.picture, official.sound);

async function waited(page: Page, after: number): Promise<Recovery> {
  const handle = await page.waitForFunction(
    (from) => {
      const first = (times: readonly number[]) => times.find((at) => at >= from);
      const picture = first(window.harness.seen.frames);
      const sound = first(window.harness.seen.sound);
      return picture !== undefined && sound !== undefined ? { picture: picture - from, sound: sound - from } : undefined;
    },
    after,
    { timeout: 90_000, polling: 50 },
  );
  const recovery = await handle.jsonValue();
  if (!recovery) throw new Error('the page says it waited for nothing');
  return recovery;
}

/**
 * Milliseconds from a change of the line until picture and sound flow again at both sides without another pause: what still
 * arrives by the old line in the first moments does not count as recovered.
 */
export async function settledOf({ desk, official }: TwoSides, after: number): Promise<number> {
  const waits = await Promise.all([desk, official].map((page) => settled(page, after)));
  return Math.max(...waits);
}

async function settled(page: Page, after: number): Promise<number> {
  const handle = await page.waitForFunction(
    (from) => {
      const resumed = (times: readonly number[]) => {
        const since = [from, ...times.filter((at) => at >= from)];
        return since.findLast((at, index) => at - (since[index - 1] ?? at) > 500) ?? from;
      };
      const at = Math.max(resumed(window.harness.seen.frames), resumed(window.harness.seen.sound));
      const last = Math.min(window.harness.seen.frames.at(-1) ?? 0, window.harness.seen.sound.at(-1) ?? 0);
      return last > at + 2_000 && last > Date.now() - 300 ? { waited: at - from } : undefined;
    },
    after,
    { timeout: 90_000, polling: 50 },
  );
  return (await handle.jsonValue())?.waited ?? Number.NaN;
}
