import type { Page } from '@playwright/test';
import { callFrameSchema } from '../../shared/desk/socket-frames.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { typeLastDay } from './walk-procedure.ts';

/** The methods the page asks for from now on, in their order. */
function watchCalls(page: Page): string[] {
  const asked: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => void asked.push(callFrameSchema.parse(JSON.parse(String(payload))).method)));
  return asked;
}

test('a saved step reads again, once each, what its screen shows of the records, and nothing of the hub', async ({ page, desk }) => {
  const asked = watchCalls(page);
  await atWork(page, desk);
  const day = await typeLastDay(page);
  await expect.poll(() => asked.filter((method) => method === 'readHub').length).toBeGreaterThan(0);
  asked.length = 0;
  await day.press('Enter');
  await expect(day).toBeHidden();
  await expect.poll(() => asked).toContain('readSession');
  const reads = asked.slice(asked.indexOf('answerStep') + 1).filter((method) => method.startsWith('read') || method.startsWith('list'));
  expect(reads).not.toContain('readHub');
  expect(new Set(reads).size).toBe(reads.length);
});
