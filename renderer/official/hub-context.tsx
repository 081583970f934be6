import { createContext, use, useCallback, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { HubConnection, HubLine } from '../../shared/hub/hub-line.ts';
import type { HubAnswer, HubRefusalCode } from '../../shared/hub/hub-refusal.ts';
import type { OfficialHubView } from '../../shared/hub/hub-views.ts';
import type { OfficialHubApi } from '../../shared/hub/official-hub-api.ts';

const LineContext = createContext<HubLine<OfficialHubView> | undefined>(undefined);

export const HubProvider = ({ line, children }: { line: HubLine<OfficialHubView>; children: ReactNode }) => <LineContext value={line}>{children}</LineContext>;

/** The line itself: for signals, and for what a call does without a button. */
export function useHubLine(): HubLine<OfficialHubView> {
  const line = use(LineContext);
  if (!line) throw new Error('outside HubProvider');
  return line;
}

export function useHubConnection(): HubConnection {
  const line = useHubLine();
  return useSyncExternalStore(line.subscribe, line.connection);
}

/** All the hub has told, as it stands now; `undefined` until it first has. */
export function useHubView(): OfficialHubView | undefined {
  const line = useHubLine();
  return useSyncExternalStore(line.subscribe, line.view);
}

export interface HubAction<Method extends keyof OfficialHubApi> {
  readonly run: (input: Parameters<OfficialHubApi[Method]>[0]) => Promise<HubAnswer<ReturnType<OfficialHubApi[Method]>>>;
  readonly busy: boolean;
  /** Why the last try was refused; gone at the next. */
  readonly refusal: HubRefusalCode | undefined;
}

/** Something a button does: `const claim = useHubAction('claim'); … await claim.run({ consultationId })`. */
export function useHubAction<Method extends keyof OfficialHubApi>(method: Method): HubAction<Method> {
  const line = useHubLine();
  const [state, setState] = useState<{ busy: boolean; refusal: HubRefusalCode | undefined }>({ busy: false, refusal: undefined });
  const run = useCallback(
    async (input: Parameters<OfficialHubApi[Method]>[0]) => {
      setState({ busy: true, refusal: undefined });
      const answer = await line.call(method, input);
      setState({ busy: false, refusal: answer.ok ? undefined : answer.code });
      return answer as HubAnswer<ReturnType<OfficialHubApi[Method]>>;
    },
    [line, method],
  );
  return { run, ...state };
}
