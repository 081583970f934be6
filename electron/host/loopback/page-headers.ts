import { createHash } from 'node:crypto';
import { plainPageStyle } from '../../../shared/plain-page/plain-page.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'sha256-${createHash('sha256').update(plainPageStyle).digest('base64')}'`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Goes with everything a shell serves: only our own files run, nobody frames us, nothing about us leaks. */
export const safetyHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self), geolocation=(), usb=(), serial=()',
};

/** A page is asked for again each time; built files carry a hash of their content in their name and never change. */
export const cacheControl = (urlPath: string): string => (urlPath.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store');
