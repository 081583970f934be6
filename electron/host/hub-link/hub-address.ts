import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { hubPaths } from '../../../shared/hub/hub-paths.ts';

const schemes: Readonly<Record<string, string>> = { 'https:': 'https:', 'wss:': 'https:', 'http:': 'http:', 'ws:': 'http:' };
const thisComputer = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin of a hub from what a supervisor typed: with or without a scheme, with a slash or a path after it.
 * Refuses `hub-address-not-safe` what is neither https nor on this very computer.
 */
export function hubOrigin(typed: string): Answer<string> {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  const scheme = url === null ? undefined : schemes[url.protocol];
  if (url === null || scheme === undefined || url.host === '') return refuse('hub-address-not-safe');
  if (scheme === 'http:' && !thisComputer.test(url.hostname)) return refuse('hub-address-not-safe');
  return answer(`${scheme}//${url.host}`);
}

/** Where a desk's socket is at a hub. */
export const deskSocketAddress = (origin: string): string => `${origin.replace(/^http/, 'ws')}${hubPaths.deskSocket}`;
