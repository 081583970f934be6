import type { ReactNode } from 'react';

/**
 * The end of a working screen: its actions, above them what they could not do. It stays in sight at the bottom of the
 * window however long the screen is; with large text, which needs the room, it stands at the end like everything else.
 */
export function Foot({ children }: { children: ReactNode }) {
  return <div className="foot no-print">{children}</div>;
}
