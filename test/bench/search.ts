import { dispatch } from '../../electron/host/desk-dispatch.ts';
import type { Desk } from '../../electron/host/desk-methods.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { seededRandom } from '../kill/random-answers.ts';
import { percentile, timed } from './figure.ts';
import type { Figure } from './figure.ts';

const SEARCHES = 200;

/** Searches as the history screen makes them, through the gate, over 50,000 sessions. Expects somebody signed in. */
export async function benchSearch(desk: Desk): Promise<Figure[]> {
  const random = seededRandom(50);
  const known = await someSessions(desk, random);
  const names = known.flatMap(({ who }) => (who === '' ? [] : [withTypo(who, random)]));
  const numbers = known.flatMap(({ runs }) => runs.flatMap(({ record }) => record.numbers.map(({ value }) => value)));
  return [
    await searches('search-50k-name-one-typo-p95', desk, names),
    await searches('search-50k-protocol-p95', desk, numbers),
    await searches('search-50k-protocol-part-p95', desk, numbers.map((value) => value.slice(2, 6))),
  ];
}

async function searches(name: string, desk: Desk, texts: readonly string[]): Promise<Figure> {
  if (texts.length === 0) throw new Error(`${name}: nothing to look for`);
  const times: number[] = [];
  for (let turn = 0; turn < SEARCHES; turn += 1) {
    const text = texts[turn % texts.length];
    times.push(await timed(() => search(desk, { text })));
  }
  return { name, value: percentile(times, 0.95), unit: 'ms' };
}

async function search(desk: Desk, input: object): Promise<readonly { id: string }[]> {
  const reply = await dispatch(desk, 'searchSessions', input);
  if (!reply.ok) throw new Error(reply.code);
  return (reply.value as { sessions: readonly { id: string }[] }).sessions;
}

/** A page of sessions from each of many months. */
async function someSessions(desk: Desk, random: () => number): Promise<SessionDetail[]> {
  const details: SessionDetail[] = [];
  for (let month = 1; month <= 24; month += 1) {
    const to = `${month <= 12 ? 2025 : 2026}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-20`;
    const page = await search(desk, { to });
    const ids = page.filter(() => random() < 0.5).map(({ id }) => id);
    for (const sessionId of ids) {
      const reply = await desk.methods.readSession({ sessionId });
      if (reply.ok) details.push(reply.value);
    }
  }
  return details;
}

/** One letter of one word changed, dropped, doubled, or swapped with the next. */
function withTypo(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 2));
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  const typos = [`${before}e${after}`, before + after, `${before}${letter}${letter}${after}`, `${before}${after.charAt(0)}${letter}${after.slice(1)}`];
  return typos[Math.floor(random() * typos.length)] ?? name;
}
