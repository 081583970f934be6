/**
 * A number as it is searched: upper case, without spaces and punctuation. Portals print the same number in several ways
 * (`INPS.7000.12/03/2026.0123456`, `INPS 7000 12032026 0123456`), so no format is asked of it.
 */
export const normaliseNumber = (value: string): string => value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
