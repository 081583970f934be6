import type { ReactNode } from 'react';

/** A list of things, one a row, with what can be done with each on the right. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

export function Row({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <li>
      <div className="row-text">
        <div className="row-title">{title}</div>
        {note && <div className="row-note">{note}</div>}
      </div>
      {children}
    </li>
  );
}
