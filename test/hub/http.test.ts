import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hubFolder } from './hub-folder.ts';
import { testHub } from './test-hub.ts';

/** Built pages, as small as can be. */
function pages(): string {
  const folder = hubFolder();
  for (const name of ['official', 'guest', 'desk', 'assets']) mkdirSync(join(folder, name));
  for (const name of ['official', 'guest', 'desk']) writeFileSync(join(folder, name, 'index.html'), `<!doctype html><title>${name}</title>`);
  writeFileSync(join(folder, 'assets', 'main.js'), '');
  writeFileSync(join(folder, 'secret.txt'), '');
  return folder;
}

describe('the hub serves', () => {
  test('the pages of officials and guests with strict headers, and never the desk’s', async () => {
    const hub = await testHub({ pages: pages() });
    const page = await fetch(hub.officialAddress);
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>official</title>']);
    const policy = page.headers.get('content-security-policy') ?? '';
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "media-src 'self' blob:", "frame-ancestors 'none'"]) expect(policy).toContain(rule);
    expect(policy).not.toContain('unsafe');
    // Papers are drawn on canvases: a picture with an address of its own would outlive the call.
    expect(policy).toContain("img-src 'self' data:;");
    expect([page.headers.get('cache-control'), page.headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff']);
    const asset = await fetch(`${hub.address}/assets/main.js`);
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    for (const path of ['/desk/', '/desk/index.html', '/secret.txt', '/official/%2e%2e/secret.txt', '/assets/']) expect((await fetch(hub.address + path)).status).toBe(404);
    expect((await fetch(`${hub.address}/guest/`)).status).toBe(200);
  });

  test('its own first page at the bare address, and nothing to be written', async () => {
    const hub = await testHub({ pages: pages() });
    const bare = await fetch(hub.address, { redirect: 'manual' });
    expect([bare.status, bare.headers.get('location')]).toEqual([303, '/official/']);
    expect((await fetch(hub.officialAddress, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${hub.address}/enrol`)).status).toBe(405);
  });

  test('its health, in numbers', async () => {
    const hub = await testHub();
    expect(await (await fetch(`${hub.address}/health`)).json()).toEqual({ status: 'ok', connections: 0, calls: 0, unfinished: 0, seconds: expect.any(Number) });
  });

  test('a door’s page without what a link tried to put into it', async () => {
    const hub = await testHub();
    const text = await (await fetch(`${hub.address}/entra?t=${encodeURIComponent('"><script>alert(1)</script>')}`)).text();
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;');
  });

  test('over TLS with cookies held to this host, and asks browsers to keep to it', async () => {
    const folder = hubFolder();
    const [certPath, keyPath] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '1', '-keyout', keyPath, '-out', certPath], { stdio: 'ignore' });
    const cert = readFileSync(certPath, 'utf8');
    const hub = await testHub({ tls: { cert, key: readFileSync(keyPath, 'utf8') } });
    const { link = '' } = (await hub.admin.inviteOfficial({ name: 'Ivo Prova', officeId: 'inps-lecco' })) ?? {};
    expect(link.startsWith('https://127.0.0.1:')).toBe(true);
    const headers = await pressed(link, hub.address, cert);
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-sportello-official=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

/** Presses the button of an invitation at a hub whose certificate is known. */
function pressed(link: string, origin: string, ca: string): Promise<IncomingHttpHeaders> {
  const url = new URL(link);
  const body = new URLSearchParams({ t: url.searchParams.get('t') ?? '' }).toString();
  return new Promise((resolve, reject) => {
    const asking = request(`${origin}${url.pathname}`, { method: 'POST', ca, headers: { origin, 'content-type': 'application/x-www-form-urlencoded' } }, (response) => {
      response.resume();
      resolve(response.headers);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

test('somebody refused a socket who never hangs up does not keep the hub from closing', async () => {
  const hub = await testHub();
  const { hostname, port } = new URL(hub.address);
  const stubborn = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  onTestFinished(() => void stubborn.destroy());
  const headers = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
  stubborn.resume().write(`GET /nowhere HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${headers.join('\r\n')}\r\n\r\n`);
  await once(stubborn, 'end');
  expect(await hub.close()).toBeUndefined();
});
