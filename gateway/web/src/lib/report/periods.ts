/** How many months back a page looks. */
export const periods = [3, 12, 36, 120] as const;
export type PeriodMonths = (typeof periods)[number];

export const usualPeriod: PeriodMonths = 12;

/** The first and the last day of a period that ends today, in UTC. */
export function daysOf(months: number, today: Date): { from: string; to: string } {
  const to = today.toISOString().slice(0, 10);
  // The first day of its month: no month has fewer days than that.
  const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months + 1, 1));
  return { from: from.toISOString().slice(0, 10), to };
}

/** The months from a day to another one, as the server numbers them: the year times 100, and the month. */
export function monthsFrom(from: string, to: string): number[] {
  const months: number[] = [];
  const [last, at] = [numberOf(to), { year: Number(from.slice(0, 4)), month: Number(from.slice(5, 7)) }];
  while (at.year * 100 + at.month <= last) {
    months.push(at.year * 100 + at.month);
    [at.year, at.month] = at.month === 12 ? [at.year + 1, 1] : [at.year, at.month + 1];
  }
  return months;
}

const numberOf = (day: string) => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
