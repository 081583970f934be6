const pattern = /^(\d{1,2})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{4}|\d{2})$|^(\d{2})(\d{2})(\d{4})$/;

/** The century of a year typed with two digits: the last hundred years up to `latestYear`. */
function fullYear(digits: string, latestYear: number): number {
  if (digits.length === 4) return Number(digits);
  const inThisCentury = latestYear - (latestYear % 100) + Number(digits);
  return inThisCentury > latestYear ? inThisCentury - 100 : inThisCentury;
}

/**
 * Reads a day as people write it in Italy: `3/7/1961`, `03.07.61`, `3-7-1961`, `03071961`. Returns `YYYY-MM-DD`, or
 * undefined when it is no day of the calendar (31/2). Two-digit years fall in the hundred years up to `latestYear`.
 */
export function readDateText(text: string, latestYear: number): string | undefined {
  const parts = pattern.exec(text.trim());
  if (!parts) return undefined;
  const [day, month, year] = parts[1] === undefined ? parts.slice(4, 7) : parts.slice(1, 4);
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const date = new Date(Date.UTC(fullYear(year, latestYear), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** `1961-07-03` as it is typed: `03/07/1961`. */
export const writeDateText = (isoDate: string): string => isoDate.split('-').reverse().join('/');
