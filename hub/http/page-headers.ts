import { createHash } from 'node:crypto';
import { plainPageStyle } from '../../shared/plain-page/plain-page.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'sha256-${createHash('sha256').update(plainPageStyle).digest('base64')}'`,
  "img-src 'self' data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Goes with everything the hub serves: only its own files run, nobody frames them, nothing is told to others. Its own forms
 * still say where they come from, which the doors check.
 */
export const safetyHeaders = (secure: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self), geolocation=(), usb=(), serial=()',
  ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});

/** A page is asked for again each time; built files carry a hash of their content in their name and never change. */
export const cacheControl = (urlPath: string): string => (urlPath.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store');
