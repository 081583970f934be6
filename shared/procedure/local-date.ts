const shape = /^(\d{4})-(\d\d)-(\d\d)$/;

/**
 * Whether a value is a day of the calendar written `YYYY-MM-DD` (30 February is not one).
 * Such texts sort as the days they name, so days are compared as texts all over the engine.
 */
export function isLocalDate(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const [, year, month, day] = (shape.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
