import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('the key leaves the address bar, works once, and the page can be loaded again', async ({ page, desk, browser }) => {
  const address = desk.address;
  await page.goto(address);
  await expect(page).toHaveURL(new URL('/', address).href);
  await page.reload();
  await expect(heading(page)).toHaveText('Di quale Comune è lo sportello?');
  const stranger = await browser.newPage();
  await stranger.goto(address);
  await expect(stranger.getByText('già stato usato')).toBeVisible();
  // Its dress is let through, though nothing else is.
  await expect(stranger.locator('body')).toHaveCSS('color', 'rgb(23, 50, 77)');
  await expectAccessible(stranger);
  await stranger.close();
});

test('a page of another program on this computer, with our cookie beside it, reaches nothing', async ({ page, desk }) => {
  await page.goto(desk.address);
  await expect(heading(page)).toBeVisible();
  const elsewhere = createServer((_request, response) => void response.setHeader('content-type', 'text/html').end('<title>elsewhere</title>')).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const reached = await page.evaluate(async (port) => {
    const socket = await new Promise((resolve) => {
      const attempt = new WebSocket(`ws://127.0.0.1:${port}/desk`);
      attempt.addEventListener('open', () => resolve('open'));
      attempt.addEventListener('error', () => resolve('refused'));
    });
    const read = await fetch(`http://127.0.0.1:${port}/`, { credentials: 'include' }).then(
      () => 'read',
      () => 'refused',
    );
    return { socket, read };
  }, new URL(desk.address).port);
  expect(reached).toEqual({ socket: 'refused', read: 'refused' });
  elsewhere.close();
});

test('the page breaks none of its own rules, and runs no script put into it', async ({ page, desk }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security Policy') && complaints.push(message.text()));
  await page.goto(desk.address);
  await expect(heading(page)).toBeVisible();
  expect(complaints).toEqual([]);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "intruder"';
    document.body.append(script);
    return document.title;
  });
  expect(ran).not.toBe('intruder');
  await expect.poll(() => complaints.length).toBe(1);
});
