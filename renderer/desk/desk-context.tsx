import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { DeskInput, DeskMethod, DeskValue } from '../../shared/desk/desk-api.ts';
import { createDeskClient } from '../../shared/desk/desk-client.ts';
import type { DeskCalls, DeskClient } from '../../shared/desk/desk-client.ts';
import type { DeskDescription } from '../../shared/desk/desk-view.ts';
import type { Refusal, Reply } from '../../shared/desk/refusal.ts';
import type { DeskWire } from '../../shared/desk/transport.ts';
import type { Connection } from './connection.ts';
import { refreshAfterAction, refreshAfterEvent } from './stale-reads.ts';

interface DeskFrame {
  readonly client: DeskClient;
  readonly connection: Connection;
}
const DeskContext = createContext<DeskFrame | undefined>(undefined);
const DescriptionContext = createContext<DeskDescription | undefined>(undefined);

function useFrame(): DeskFrame {
  const frame = use(DeskContext);
  if (!frame) throw new Error('outside DeskProvider');
  return frame;
}

/** The desk's client itself: for calls that neither show nor change anything (`noteActivity`), and for its events. */
export const useDesk = (): DeskClient => useFrame().client;

/** True while the desk does not answer. */
export function useConnectionLost(): boolean {
  const { connection } = useFrame();
  return useSyncExternalStore(connection.subscribe, connection.isLost);
}

/** What the desk says of itself (mode, today, comune, who is signed in). Only below the frame, where it is known. */
export function useDescription(): DeskDescription {
  const description = use(DescriptionContext);
  if (!description) throw new Error('outside DescriptionProvider');
  return description;
}
export const DescriptionProvider = DescriptionContext;

/** react-query wants a rejection; everybody else gets the refusal as a value. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export type DeskQuery<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly retry: () => void }
  | {
      readonly state: 'ready';
      readonly value: Value;
      /** False while it is being read again: what was read before may be over. */
      readonly fresh: boolean;
    };

/** Refusals that say nothing about the thing itself: what was read before stays on screen, and typed text with it. */
const isPassing = ({ code }: Refusal) => code === 'connection-lost' || code === 'not-signed-in';

/**
 * Reads something from the desk and keeps it fresh: it is read again whenever the desk says that something changed and
 * after every action. Show it with `<Loaded query={query}>{(value) => …}</Loaded>`.
 * What was read once stays while the connection is lost or the desk is locked.
 */
export function useDeskQuery<Method extends DeskMethod>(method: Method, input: DeskInput<Method>): DeskQuery<DeskValue<Method>> {
  const calls: DeskCalls = useFrame().client;
  // The clerk is part of the key: nothing one clerk read is ever shown to another.
  const clerk = use(DescriptionContext)?.signedIn?.clerkId;
  const query = useQuery({
    queryKey: [method, input, clerk],
    queryFn: async () => {
      const reply = await calls[method](input);
      if (!reply.ok) throw new Refused(reply);
      return reply.value;
    },
  });
  const { error, data } = query;
  if (error && !(error instanceof Refused)) throw error;
  if (error && (data === undefined || !isPassing(error.refusal)))
    return { state: 'refused', refusal: error.refusal, retry: () => void query.refetch() };
  return data === undefined ? { state: 'loading' } : { state: 'ready', value: data, fresh: !query.isFetching };
}

export interface DeskAction<Method extends DeskMethod> {
  /** Asks the desk; the reply comes as a value, and everything on screen is read again when it was a yes. */
  readonly run: (input: DeskInput<Method>) => Promise<Reply<DeskValue<Method>>>;
  readonly busy: boolean;
  /** Why the last try was refused; gone at the next try or with `forget`. */
  readonly refusal: Refusal | undefined;
  readonly forget: () => void;
}

/** Something a button does: `const save = useDeskAction('saveSettings'); … const reply = await save.run(settings)`. */
export function useDeskAction<Method extends DeskMethod>(method: Method): DeskAction<Method> {
  const calls: DeskCalls = useFrame().client;
  const queries = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; refusal: Refusal | undefined }>({ busy: false, refusal: undefined });
  const run = useCallback(
    async (input: DeskInput<Method>) => {
      setState({ busy: true, refusal: undefined });
      const reply: Reply<DeskValue<Method>> = await calls[method](input);
      setState({ busy: false, refusal: reply.ok ? undefined : reply });
      if (reply.ok || reply.code === 'not-signed-in') refreshAfterAction(queries, method);
      return reply;
    },
    [calls, method, queries],
  );
  const forget = useCallback(() => setState({ busy: false, refusal: undefined }), []);
  return { run, ...state, forget };
}

function RefreshOnEvents({ children }: { children: ReactNode }) {
  const { client, connection } = useFrame();
  const queries = useQueryClient();
  useEffect(() => {
    const stopEvents = client.subscribe((event) => refreshAfterEvent(queries, event));
    const stopConnection = connection.subscribe(() => connection.isLost() || void queries.invalidateQueries());
    return () => {
      stopEvents();
      stopConnection();
    };
  }, [client, connection, queries]);
  return children;
}

/** Stands once, around the application: the client over `wire`, and what was read from the desk. */
export function DeskProvider({ wire, connection, children }: { wire: DeskWire; connection: Connection; children: ReactNode }) {
  const [frame] = useState(() => ({ client: createDeskClient(wire), connection }));
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' } } }),
  );
  return (
    <DeskContext value={frame}>
      <QueryClientProvider client={queries}>
        <RefreshOnEvents>{children}</RefreshOnEvents>
      </QueryClientProvider>
    </DeskContext>
  );
}
