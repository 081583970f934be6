import { formatTime } from '../ui/dates.ts';

const quarter = 15 * 60_000;

/**
 * Times a call-back can be agreed for: the next full quarter of an hour that is at least ten minutes away, then half an hour,
 * one and two hours after it. An office that closes before says so itself.
 */
export function callBackTimes(now: Date): readonly { readonly instant: string; readonly text: string }[] {
  const first = Math.ceil((now.getTime() + 10 * 60_000) / quarter) * quarter;
  return [0, 2, 4, 8].map((quarters) => {
    const instant = new Date(first + quarters * quarter).toISOString();
    return { instant, text: formatTime(instant) };
  });
}
