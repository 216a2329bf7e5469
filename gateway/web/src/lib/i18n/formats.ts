/** What a language needs to write numbers. */
export interface Formats {
  /** 12,345 or 12 345. */
  number: (value: number) => string;
  /** A number that is an answer: 0.125, and 1889 as a year is written, but 12,345. */
  value: (value: number) => string;
  /** The sign before the decimals. */
  decimalSign: '.' | ',';
  /** 1.25 or 1,25 from milliseconds. */
  seconds: (ms: number) => string;
  percent: (part: number, whole: number) => string;
  date: (instant: string) => string;
  dateTime: (instant: string) => string;
  /** November 2026, from 2026-11. */
  month: (month: string) => string;
  plural: (count: number, forms: { one: string; other: string }) => string;
  /** 1, 2 and 3. */
  list: (items: readonly string[]) => string;
  /** 1st, 2nd, 3rd ... by the forms a language has. */
  ordinal: (rank: number, suffixes: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }) => string;
}

export function formatsOf(language: string): Formats {
  const numbers = new Intl.NumberFormat(language);
  const values = new Intl.NumberFormat(language, { maximumFractionDigits: 9, useGrouping: 'min2' });
  const seconds = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const dateTimes = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const months = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(language);
  const cardinals = new Intl.PluralRules(language);
  const ordinals = new Intl.PluralRules(language, { type: 'ordinal' });
  return {
    number: (value) => numbers.format(value),
    value: (value) => values.format(value),
    decimalSign: values.format(0.5).includes(',') ? ',' : '.',
    seconds: (ms) => seconds.format(ms / 1000),
    percent: (part, whole) => percents.format(whole > 0 ? part / whole : 0),
    date: (instant) => dates.format(new Date(instant)),
    dateTime: (instant) => dateTimes.format(new Date(instant)),
    month: (month) => months.format(new Date(`${month}-01T00:00:00Z`)),
    list: (items) => lists.format(items),
    plural: (count, forms) => `${numbers.format(count)} ${cardinals.select(count) === 'one' ? forms.one : forms.other}`,
    ordinal: (rank, suffixes) => `${numbers.format(rank)}${suffixes[ordinals.select(rank)] ?? suffixes.other}`,
  };
}
