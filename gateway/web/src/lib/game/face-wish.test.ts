import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RefusalBody } from '$lib/contract';
import { FaceWish, patienceMs, restMs } from './face-wish';

describe('a face that is changed in the lobby', () => {
  let current: number;
  let shown: number | null;
  let asked: number[];
  let refusal: RefusalBody | null;
  let wish: FaceWish;

  beforeEach(() => {
    vi.useFakeTimers();
    [current, shown, asked, refusal] = [7, null, [], null];
    wish = new FaceWish({
      current: () => current,
      ask: async (face) => {
        asked.push(face);
        return refusal;
      },
      show: (face) => (shown = face),
    });
  });

  afterEach(() => vi.useRealTimers());

  it('is shown at once, and asked for once after the last tap', async () => {
    wish.pick(8);
    wish.pick(9);
    expect(shown).toBe(9);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(restMs);
    expect(asked).toEqual([9]);
    current = 9;
    wish.framed();
    expect(shown).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is asked for again while it does not come, and given up after a few tries', async () => {
    wish.pick(8);
    await vi.advanceTimersByTimeAsync(restMs + 10 * patienceMs);
    expect(asked).toEqual([8, 8, 8]);
    expect(shown).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stays as it was where the change is refused', async () => {
    refusal = { code: 'notNow', retryAfterMs: null, place: null, traceId: null };
    wish.pick(8);
    await vi.advanceTimersByTimeAsync(restMs);
    expect(shown).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not asked for when the taps lead back to it', async () => {
    wish.pick(8);
    wish.pick(7);
    await vi.advanceTimersByTimeAsync(restMs);
    expect(asked).toEqual([]);
    expect(shown).toBeNull();
  });
});
