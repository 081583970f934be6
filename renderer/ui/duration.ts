const format = (unit: 'second' | 'minute', count: number) =>
  new Intl.NumberFormat('it-IT', { style: 'unit', unit, unitDisplay: 'long' }).format(count);

/** A wait in words: "45 secondi", "2 minuti", "2 minuti e 5 secondi". */
export function formatWait(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return format('second', rest);
  return rest === 0 ? format('minute', minutes) : `${format('minute', minutes)} e ${format('second', rest)}`;
}
