import { describe, expect, it } from 'vitest';
import { fromLocal, inAWeek, toLocal } from './dates';

describe('dates of homework', () => {
  it('are written in the time of the device and read back', () => {
    const instant = new Date(2026, 10, 30, 20, 15);
    expect(toLocal(instant)).toBe('2026-11-30T20:15');
    expect(fromLocal(toLocal(instant))).toBe(instant.toISOString());
    expect(fromLocal('')).toBeNull();
    expect(fromLocal('x')).toBeNull();
  });

  it('are due in a week to begin with', () => {
    expect(toLocal(inAWeek(new Date(2026, 10, 30, 9, 3)))).toBe('2026-12-07T20:00');
  });
});
