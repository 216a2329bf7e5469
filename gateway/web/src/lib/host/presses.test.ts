import { describe, expect, it } from 'vitest';
import { bounceMs, Presses } from './presses';

describe('presses', () => {
  it.each([40, 80, 120, 180, 250, 400])('takes two presses within %i ms for one', (gapMs) => {
    const presses = new Presses();
    expect(presses.takes('skip', 1_000)).toBe(true);
    expect(presses.takes('skip', 1_000 + gapMs)).toBe(false);
    expect(presses.takes('advance', 1_000 + gapMs)).toBe(false);
    expect(presses.takes('advance', 1_000 + bounceMs)).toBe(true);
  });

  it('does not undo a pause with the bounce of its key', () => {
    const presses = new Presses();
    expect(presses.takes('pause', 0)).toBe(true);
    expect(presses.takes('resume', 200)).toBe(false);
    expect(presses.takes('lock', 200)).toBe(true);
  });

  it('takes what may be meant twice as often as it comes', () => {
    const presses = new Presses();
    expect(presses.takes('extend', 0)).toBe(true);
    expect(presses.takes('extend', 100)).toBe(true);
    expect(presses.takes('kick', 0)).toBe(true);
    expect(presses.takes('kick', 0)).toBe(true);
  });
});
