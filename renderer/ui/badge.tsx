import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export type BadgeKind = 'plain' | 'good' | 'warning' | 'bad' | 'strong';

/** A state in a word or two; the colour only repeats what the word says. */
export function Badge({ kind = 'plain', icon, children }: { kind?: BadgeKind; icon?: IconName; children: ReactNode }) {
  return (
    <span className={kind === 'plain' ? 'tag' : `tag tag-${kind}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
