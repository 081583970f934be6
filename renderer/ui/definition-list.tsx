import { Fragment } from 'react';
import type { ReactNode } from 'react';

/** Pairs of name and value; pairs without a value are left out. */
export function DefinitionList({ pairs }: { pairs: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="definitions">
      {pairs
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
