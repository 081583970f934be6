import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export type AlertKind = 'info' | 'success' | 'warning' | 'danger';
const icons = { info: 'info', success: 'checkCircle', warning: 'warning', danger: 'error' } as const satisfies Record<AlertKind, IconName>;

/** Something to know before going on. `announced` reads it out when it appears after an action. */
export function Alert({ kind, title, announced = false, children }: { kind: AlertKind; title?: string; announced?: boolean; children?: ReactNode }) {
  return (
    <div className={`alert alert-${kind}`} role={announced ? 'alert' : undefined}>
      <Icon name={icons[kind]} />
      <div>
        {title && <p className="alert-heading">{title}</p>}
        {children}
      </div>
    </div>
  );
}
