import type { RunScreen } from './session-view.ts';

/** Places a resident can turn to, in the words of the procedures. */
export interface PlacesToAsk {
  /** Title of the only procedure of several that names them: "a patronato, to send it" does not say what. */
  readonly title: string | undefined;
  readonly lines: readonly string[];
}

/** Where to ask about everything done in a session, each place once: those good for all of it first, then procedure by procedure. */
export function placesToAsk(runs: readonly Pick<RunScreen, 'texts'>[]): readonly PlacesToAsk[] {
  const byTitle = new Map(runs.map(({ texts }) => [texts.title, texts.whereToAsk]));
  const all = [...new Set([...byTitle.values()].flat())];
  const ownTitle = (line: string) => {
    const [title, ...others] = [...byTitle].flatMap(([each, places]) => (places.includes(line) ? [each] : []));
    return byTitle.size > 1 && others.length === 0 ? title : undefined;
  };
  const groups = [undefined, ...byTitle.keys()].map((title) => ({ title, lines: all.filter((line) => ownTitle(line) === title) }));
  return groups.filter(({ lines }) => lines.length > 0);
}
