const zone = 'Europe/Rome';
const formats = {
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'long', year: 'numeric' },
} as const;
export type DayFormat = keyof typeof formats;

/** A calendar day (`YYYY-MM-DD`): short 03/07/2026, medium 3 luglio 2026, long venerdì 3 luglio 2026; the first of a month is 1° luglio. */
export function formatDay(isoDate: string, format: DayFormat = 'short'): string {
  // Noon UTC is the same day in Rome and in UTC.
  const words = new Intl.DateTimeFormat('it-IT', { ...formats[format], timeZone: 'UTC' }).format(new Date(`${isoDate}T12:00:00Z`));
  return format === 'short' ? words : words.replace(/\b1 /, '1° ');
}

/** The day an instant (UTC ISO 8601) falls on in Italy, `YYYY-MM-DD`. */
export const italianDay = (instant: string): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(new Date(instant));

/** An instant's Italian time of day: 09:05. */
export const formatTime = (instant: string): string =>
  new Intl.DateTimeFormat('it-IT', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(instant));

/** An instant as day and time: 03/07/2026, 09:05. */
export const formatInstant = (instant: string, format: DayFormat = 'short'): string => `${formatDay(italianDay(instant), format)}, ${formatTime(instant)}`;

const dayWords = new Intl.RelativeTimeFormat('it-IT', { numeric: 'auto' });

/** An instant as one says it on the day `today`: "oggi alle 09:05", "ieri alle 17:30", "03/07/2026 alle 09:05". */
export function formatRecent(instant: string, today: string): string {
  const day = italianDay(instant);
  const ago = daysBetween(today, day);
  return `${ago === 0 || ago === -1 ? dayWords.format(ago, 'day') : formatDay(day)} alle ${formatTime(instant)}`;
}

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The calendar day so many days after another. */
export const addDays = (day: string, count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
