/** An instant as a field of date and time wants it: this device's own time, to the minute. */
export function toLocal(instant: Date): string {
  const shifted = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** The instant that such a field names, or null for an empty one. */
export const fromLocal = (field: string): string | null => {
  const instant = new Date(field);
  return field === '' || Number.isNaN(instant.getTime()) ? null : instant.toISOString();
};

/** A week from now, at the end of the evening. */
export function inAWeek(now: Date): Date {
  const due = new Date(now);
  due.setDate(due.getDate() + 7);
  due.setHours(20, 0, 0, 0);
  return due;
}
