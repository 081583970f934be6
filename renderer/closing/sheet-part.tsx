import type { ReactNode } from 'react';

/** A part of the take-home page under its heading; left out when it has nothing to say. */
export function Part({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
