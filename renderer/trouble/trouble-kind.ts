import type { RefusalCode } from '../../shared/desk/refusal.ts';

const kinds = {
  'keyring-damaged': 'keyring',
  'keyring-mixed': 'keyringMixed',
  'database-damaged': 'damaged',
  'database-newer': 'newer',
  'database-in-use': 'inUse',
  'disk-full': 'diskFull',
  'folder-read-only': 'readOnly',
  'folder-in-the-way': 'inTheWay',
} as const satisfies { readonly [Code in RefusalCode]?: string };

type Kind = (typeof kinds)[keyof typeof kinds] | 'damagedNoCopy' | 'other';

const has = (code: RefusalCode): code is keyof typeof kinds => Object.hasOwn(kinds, code);

/** Under which heading of the `trouble` texts a refusal stands; without a copy there is none to choose. */
export function troubleKind(code: RefusalCode, copies: number): Kind {
  if (code === 'database-damaged' && copies === 0) return 'damagedNoCopy';
  return has(code) ? kinds[code] : 'other';
}
