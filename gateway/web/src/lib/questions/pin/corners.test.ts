import { describe, expect, it } from 'vitest';
import { gameLimits } from '$lib/contract';
import { addedAfter, afterKey, canAdd, canRemove, moved, shifted, without } from './corners';
import { placeAt } from './places';

const triangle = [placeAt(0, 0), placeAt(0.4, 0), placeAt(0.4, 0.4)];
const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

describe('a corner of a polygon', () => {
  it('is moved, and stays on the picture', () => {
    expect(moved(triangle, 1, { x: 1.2, y: 0.3 })).toEqual([triangle[0], placeAt(1, 0.3), triangle[2]]);
    expect(afterKey(key('ArrowRight'), triangle, 0)).toEqual({
      corners: [placeAt(0.02, 0), triangle[1], triangle[2]],
      index: 0,
    });
    expect(afterKey(key('ArrowUp', true), triangle, 2)?.corners[2]).toEqual(placeAt(0.4, 0.3));
  });

  it('is added in the middle of the side that follows, the last one too', () => {
    expect(addedAfter(triangle, 0)[1]).toEqual(placeAt(0.2, 0));
    expect(afterKey(key('Insert'), triangle, 2)).toEqual({ corners: [...triangle, placeAt(0.2, 0.2)], index: 3 });
    const full = Array.from({ length: gameLimits.maxCorners }, (_, index) => placeAt(index / 100, 0));
    expect(canAdd(full)).toBe(false);
    expect(afterKey(key('+'), full, 0)).toBeNull();
  });

  it('is removed as long as a polygon remains', () => {
    const square = [...triangle, placeAt(0, 0.4)];
    expect(without(square, 3)).toEqual(triangle);
    expect(afterKey(key('Delete'), square, 3)).toEqual({ corners: triangle, index: 2 });
    expect(canRemove(triangle)).toBe(false);
    expect(afterKey(key('Backspace'), triangle, 0)).toBeNull();
  });

  it('moves with all others, as far as they stay on the picture', () => {
    expect(shifted(triangle, placeAt(0.2, 0.2), placeAt(0.3, 0.1))).toEqual([
      placeAt(0.1, 0),
      placeAt(0.5, 0),
      placeAt(0.5, 0.4),
    ]);
  });

  it('does nothing for any other key', () => {
    expect(afterKey(key('a'), triangle, 0)).toBeNull();
  });
});
