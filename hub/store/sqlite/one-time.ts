import type { OneTimeRefusal } from '../hub-store.ts';

/** Why a one-time code or link that was not taken opens nothing. */
export function refusalOf(row: { readonly used_at: string | null } | undefined): OneTimeRefusal {
  if (row === undefined) return 'wrong';
  return row.used_at === null ? 'expired' : 'used';
}
