import { describe, expect, it } from 'vitest';
import type { HomeworkAttempt } from '$lib/contract';
import { countingOf, runningOf } from './counting';

const attempt = (number: number, points: number, isOver = true): HomeworkAttempt => ({
  number,
  points,
  startedAt: '',
  ...(isOver && { endedAt: '2026-11-30T10:00:00Z' }),
  isLate: false,
  answered: 1,
  right: 0,
  scored: 1,
  outcomes: [],
});

describe('the attempt that counts', () => {
  const player = {
    name: 'Ann',
    attempts: [attempt(1, 500), attempt(2, 900), attempt(3, 900), attempt(4, 100), attempt(5, 0, false)],
  };

  it('is the first of the best, or the last that is over', () => {
    expect(countingOf(player, 'best')?.number).toBe(2);
    expect(countingOf(player, 'last')?.number).toBe(4);
    expect(runningOf(player)?.number).toBe(5);
  });

  it('is none before one is over', () => {
    const begun = { name: 'Bob', attempts: [attempt(1, 0, false)] };
    expect(countingOf(begun, 'best')).toBeNull();
    expect(countingOf(begun, 'last')).toBeNull();
    expect(runningOf({ name: 'Cy', attempts: [attempt(1, 1)] })).toBeNull();
  });
});
