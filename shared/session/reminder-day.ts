/** Whole years a reminder may lie ahead: whoever mistypes the year would never be reminded. */
const furthestYears = 5;

/** Whether a reminder may fall due on a day: today, or later by at most five years. Both days `YYYY-MM-DD`. */
export const isReminderDay = (due: string, today: string): boolean =>
  due >= today && due <= `${String(Number(today.slice(0, 4)) + furthestYears).padStart(4, '0')}${today.slice(4)}`;
