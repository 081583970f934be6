import { lazy, useState } from 'react';
import type { ComponentType } from 'react';

type ScreenFile<Props> = { readonly default: ComponentType<Props> };

const fetches: (() => Promise<unknown>)[] = [];

/**
 * A screen in a file of its own. Fetched ahead it is drawn at once; otherwise the nearest Suspense shows that it loads, and
 * React then keeps that sign up for at least 300 ms, which is why the screens are fetched ahead.
 */
export function screenFrom<Props extends object>(load: () => Promise<ScreenFile<Props>>): ComponentType<Props> {
  let fetched: ComponentType<Props> | undefined;
  const fetch = async (): Promise<ScreenFile<Props>> => {
    const file = await load();
    fetched = file.default;
    return file;
  };
  fetches.push(fetch);
  const OnDemand = lazy(fetch);
  return function Screen(props: Props) {
    // Chosen once: a screen that changed its kind while up would lose what was typed in it.
    const [Chosen] = useState<ComponentType<Props>>(() => fetched ?? OnDemand);
    return <Chosen {...props} />;
  };
}

/** Fetches every screen there is, one after the other; one that does not come is asked for again when it is needed. */
export async function fetchScreensAhead(): Promise<void> {
  for (const fetch of fetches) await fetch().catch(() => undefined);
}
