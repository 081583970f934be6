import type { ReactNode } from 'react';
import type { DeskQuery } from '../desk/desk-context.tsx';
import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';
import { RefusedPage } from './refused-page.tsx';

interface LoadedProps<Value> {
  query: DeskQuery<Value>;
  /** What is read is the whole screen: refused, it is still a screen, with a heading and a way home. */
  wholePage?: boolean;
  children: (value: Value) => ReactNode;
}

/** The three states of something read from the desk: being read, refused (with "Riprova"), and there. */
export function Loaded<Value>({ query, wholePage = false, children }: LoadedProps<Value>) {
  switch (query.state) {
    case 'loading':
      return <Loading />;
    case 'refused':
      return wholePage ? <RefusedPage refusal={query.refusal} retry={query.retry} /> : <ErrorState refusal={query.refusal} retry={query.retry} />;
    case 'ready':
      return children(query.value);
  }
}
