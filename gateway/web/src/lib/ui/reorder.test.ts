import { describe, expect, it } from 'vitest';
import { placeAt, placeOfKey } from './reorder';

describe('an entry that is dragged', () => {
  const middles = [10, 30, 50, 70];

  it('takes the place between the neighbours whose middles it has passed', () => {
    expect(placeAt(middles, 0, 5)).toBe(0);
    expect(placeAt(middles, 0, 35)).toBe(1);
    expect(placeAt(middles, 0, 99)).toBe(3);
    expect(placeAt(middles, 3, 5)).toBe(0);
    expect(placeAt(middles, 2, 45)).toBe(2);
  });
});

describe('an entry that is moved by keys', () => {
  it('goes one up or down, or to an end, and not beyond', () => {
    expect(placeOfKey('ArrowDown', 1, 4)).toBe(2);
    expect(placeOfKey('ArrowUp', 1, 4)).toBe(0);
    expect(placeOfKey('ArrowUp', 0, 4)).toBeNull();
    expect(placeOfKey('End', 1, 4)).toBe(3);
    expect(placeOfKey('Home', 0, 4)).toBeNull();
    expect(placeOfKey('x', 1, 4)).toBeNull();
  });
});
