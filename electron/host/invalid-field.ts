import type { z } from 'zod';

/** A name of the contract, as opposed to text somebody typed where a name was expected. */
const looksLikeName = (part: PropertyKey): boolean => /^(\d{1,4}|[a-z][A-Za-z]*(-[a-z0-9]+)*)$/.test(String(part));

/**
 * Names the first field that does not fit, as `person.surname`; never its value. A key that should not be there is data
 * as well, so then the place it was found in is named instead.
 */
export function invalidField(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return '';
  const path = issue.code === 'invalid_key' ? issue.path.slice(0, -1) : issue.path;
  return path.map((part) => (looksLikeName(part) ? String(part) : '?')).join('.');
}
