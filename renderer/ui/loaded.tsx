import type { ReactNode } from 'react';
import type { DeskQuery } from '../desk/desk-context.tsx';
import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';

/** The three states of something read from the desk: being read, refused (with "Riprova"), and there. */
export function Loaded<Value>({ query, children }: { query: DeskQuery<Value>; children: (value: Value) => ReactNode }) {
  switch (query.state) {
    case 'loading':
      return <Loading />;
    case 'refused':
      return <ErrorState refusal={query.refusal} retry={query.retry} />;
    case 'ready':
      return children(query.value);
  }
}
