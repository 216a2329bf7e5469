export type DecimalSign = '.' | ',';

const spaces = /[\s\u00a0\u202f'’]/g;
const minus = /^[-\u2010-\u2015\u2212]/;
const longest = 30;

/** Digits in groups of three, as 1,234,567. */
const isGrouped = (text: string, mark: string) => {
  const [first = '', ...groups] = text.split(mark);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
};

/**
 * The number that a person wrote, or null. Point and comma are both accepted: keyboards seldom follow the language of the page. A single
 * comma before three digits is read as the language reads it; a single point is always the decimal one, as number pads have no other.
 */
export function parseNumber(text: string, sign: DecimalSign): number | null {
  const plain = text.replace(spaces, '').replace(/^\+/, '').replace(minus, '-');
  const negative = plain.startsWith('-');
  const digits = negative ? plain.slice(1) : plain;
  if (digits.length > longest || !/^[\d.,]*\d[\d.,]*$/.test(digits)) return null;
  const number = unsigned(digits, sign);
  return number === null || number === 0 ? number : negative ? -number : number;
}

function unsigned(digits: string, sign: DecimalSign): number | null {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const mark = digits.charAt(last);
  const before = digits.slice(0, Math.max(0, last));
  const after = digits.slice(last + 1);
  if (last < 0) return Number(digits);
  if (before.includes(mark)) return isGrouped(digits, mark) ? Number(digits.replaceAll(mark, '')) : null;
  const other = mark === '.' ? ',' : '.';
  if (before.includes(other))
    return isGrouped(before, other) ? Number(`${before.replaceAll(other, '')}.${after}`) : null;
  const isGroup = mark === ',' && sign === '.' && /^[1-9]\d{0,2}$/.test(before) && after.length === 3;
  return isGroup ? Number(before + after) : Number(`${before || '0'}.${after || '0'}`);
}

/** How many decimals a number is written with. */
export function decimalsIn(value: number): number {
  const [digits = '', exponent = '0'] = String(Math.abs(value)).split('e');
  const written = digits.split('.')[1]?.length ?? 0;
  return Math.max(0, written - Number(exponent));
}

/** The value among the steps of a scale that lies nearest. */
export function snapped(value: number, min: number, max: number, step: number): number {
  const steps = Math.round((Math.min(max, Math.max(min, value)) - min) / step);
  const places = Math.max(decimalsIn(min), decimalsIn(step));
  const near = Number((min + steps * step).toFixed(places));
  return near > max ? Number((min + (steps - 1) * step).toFixed(places)) : near;
}
