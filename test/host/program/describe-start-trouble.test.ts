import { expect, test } from 'vitest';
import { describeStartTrouble } from '../../../electron/host/program/describe-start-trouble.ts';

const options = { browser: false, noOpen: true, data: '/srv/desk', port: 80, training: false, noHub: false };
const systemError = (syscall: string, code: string): Error => Object.assign(new Error(`${code}: somebody’s name`), { syscall, code });

test.each([
  ['listen', 'EADDRINUSE', /^La porta 80 è già usata/],
  ['listen', 'EACCES', /^La porta 80 è riservata/],
  ['scandir', 'ENOENT', /npm start/],
  ['mkdir', 'ENOENT', /^La cartella dei dati \/srv\/desk /],
  ['open', 'ENOTDIR', /^La cartella dei dati \/srv\/desk /],
  ['uv_os_homedir', 'ERR_SYSTEM_ERROR', /--data/],
  ['uv_os_get_passwd', 'ERR_SYSTEM_ERROR', /--data/],
  ['read', 'EIO', /imprevisto[^]+Error EIO/],
])('%s failing with %s', (syscall, code, sentence) => {
  const told = describeStartTrouble(systemError(syscall, code), options);
  expect(told).toMatch(sentence);
  expect(told).not.toContain('somebody');
});
