import { describe, expect, it } from 'vitest';
import { asking, lobby, reveal, session } from './samples';
import {
  fractionLeft,
  overdueMs,
  ownClosesAtMs,
  secondsLeft,
  standsSinceMs,
  urgentSeconds,
  warningBetween,
} from './timing';

describe('timers', () => {
  it('count whole seconds and show 1 until the end', () => {
    expect(secondsLeft(20_000, 0)).toBe(20);
    expect(secondsLeft(20_000, 1)).toBe(20);
    expect(secondsLeft(20_000, 19_999)).toBe(1);
    expect(secondsLeft(20_000, 20_000)).toBe(0);
    expect(secondsLeft(20_000, 30_000)).toBe(0);
  });

  it('are full before the opening and empty after the close', () => {
    expect(fractionLeft(1_000, 2_000, 500)).toBe(1);
    expect(fractionLeft(1_000, 2_000, 1_750)).toBe(0.25);
    expect(fractionLeft(1_000, 2_000, 2_500)).toBe(0);
    expect(fractionLeft(1_000, 1_000, 1_000)).toBe(0);
  });

  it('are urgent for a quarter of the time, and for five seconds at most', () => {
    expect(urgentSeconds(1_000, 6_000)).toBe(2);
    expect(urgentSeconds(0, 10_000)).toBe(3);
    expect(urgentSeconds(0, 20_000)).toBe(5);
    expect(urgentSeconds(0, 240_000)).toBe(5);
  });

  it('warn once at ten and at five seconds', () => {
    expect(warningBetween(11, 10)).toBe(10);
    expect(warningBetween(10, 9)).toBeNull();
    expect(warningBetween(12, 4)).toBe(10);
    expect(warningBetween(6, 5)).toBe(5);
    expect(warningBetween(20, 0)).toBeNull();
  });
});

describe('the clock of the game', () => {
  it('stands from the moment of the outage, or of an earlier pause', () => {
    expect(standsSinceMs(session(asking(0)))).toBeNull();
    expect(standsSinceMs(session(asking(0), { suspendedSinceMs: 7 }))).toBe(7);
    expect(standsSinceMs(session(asking(0), { pausedAtMs: 3, suspendedSinceMs: 7 }))).toBe(3);
  });
});

describe('a frame that does not come', () => {
  it('is missed once the phase should have ended by itself', () => {
    expect(overdueMs(session(asking(0)), 25_000)).toBe(4_000);
    expect(overdueMs(session(asking(0)), 20_000)).toBeLessThan(0);
    expect(overdueMs(session(reveal(0, { endsAtMs: 9_000 })), 10_000)).toBe(1_000);
  });

  it('is not missed while the game waits for the host or is paused', () => {
    expect(overdueMs(session(lobby()), 1e12)).toBeLessThan(0);
    expect(overdueMs(session(reveal(0)), 1e12)).toBeLessThan(0);
    expect(overdueMs(session(asking(0), { pausedAtMs: 2_000 }), 1e12)).toBeLessThan(0);
    expect(overdueMs(session(asking(0), { suspendedSinceMs: 2_000 }), 1e12)).toBeLessThan(0);
  });
});

describe('a player’s own time', () => {
  const open = asking(0, { opensAtMs: 1_000, closesAtMs: 21_000 });

  it('is the common one, or as much as was granted', () => {
    expect(ownClosesAtMs(open, 'normal')).toBe(21_000);
    expect(ownClosesAtMs(open, 'longer')).toBe(31_000);
    expect(ownClosesAtMs(open, 'double')).toBe(41_000);
    expect(ownClosesAtMs(open, 'unlimited')).toBeNull();
  });

  it('presses no player in a game without a time limit', () => {
    expect(ownClosesAtMs({ ...open, untimed: true }, 'normal')).toBeNull();
  });

  it('keeps a question open without a reason to close it', () => {
    expect(overdueMs(session({ ...open, overtime: true }), 99_000)).toBe(-Infinity);
  });
});
