import { expect, test } from 'vitest';
import { hubAddressSchema } from '../../../shared/settings/hub-address.ts';

test.each(['https://video.example.it', 'wss://video.example.it:8443/hub', 'http://localhost:4000', 'ws://127.0.0.1:4000', 'http://[::1]:4000/'])('%s is taken', (address) => {
  expect(hubAddressSchema.parse(address)).toBe(address);
});

test.each(['http://video.example.it', 'ws://192.168.1.20:4000', 'http://localhost.example.it', 'http://127.0.0.1.example.it', 'javascript:alert(1)', 'file:///etc/hosts', 'video', ''])(
  '%j is not',
  (address) => {
    expect(hubAddressSchema.safeParse(address).success).toBe(false);
  },
);
