import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';

/**
 * A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then chance. New rows land side by side at the end of an index, which
 * keeps the number of pages a save touches small.
 * @param chance ten bytes; synthetic records pass their own, to come out the same every time
 */
export function newId(now: Temporal.Instant, chance: Buffer = randomBytes(10)): string {
  const bytes = Buffer.concat([Buffer.alloc(6), chance]);
  bytes.writeUIntBE(now.epochMilliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
