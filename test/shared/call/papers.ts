import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { PaperOffer } from '../../../shared/call/paper-frames.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const offerOf = (bytes: Uint8Array, more: Partial<PaperOffer> = {}): PaperOffer => ({
  type: 'offer',
  paperId: '3f0c9a4e-9c55-4b52-9a55-0d6f4b1a7a10',
  label: 'Verbale di invalidità',
  mime: 'application/pdf',
  bytes: bytes.length,
  sha256: sha256Of(bytes),
  pages: 2,
  ...more,
});

export const paperBytes = (max: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: 1, maxLength: max });
