import { describe, expect, it } from 'vitest';
import { cornersText, heightOfWidth, middleOf, placeAt, spotRadius, stepOf } from './places';

describe('a place on a picture', () => {
  it('stays on it, and has as many decimals as the server keeps', () => {
    expect(placeAt(-0.2, 1.5)).toEqual({ x: 0, y: 1 });
    expect(placeAt(1 / 3, 0.5)).toEqual({ x: 0.3333, y: 0.5 });
  });

  it('is moved by arrow keys, farther with Shift', () => {
    expect(stepOf({ key: 'ArrowLeft', shiftKey: false })).toEqual({ x: -0.02, y: 0 });
    expect(stepOf({ key: 'ArrowDown', shiftKey: true })).toEqual({ x: 0, y: 0.1 });
    expect(stepOf({ key: 'a', shiftKey: false })).toBeNull();
  });

  it('is drawn in thousandths of the width', () => {
    expect(heightOfWidth({ width: 800, height: 400 })).toBe(0.5);
    expect(heightOfWidth({ width: null, height: null })).toBe(1);
    expect(cornersText([placeAt(0, 0), placeAt(1, 1)], 0.5)).toBe('0,0 1000,500');
  });

  it('is the middle of an area', () => {
    expect(middleOf({ shape: 'circle', x: 0.2, y: 0.4, radius: 0.1 })).toEqual({ x: 0.2, y: 0.4 });
    const corners = [placeAt(0, 0), placeAt(0.6, 0), placeAt(0, 0.3)];
    expect(middleOf({ shape: 'polygon', corners })).toEqual({ x: 0.2, y: 0.1 });
  });

  it('has a larger spot the more answers it has', () => {
    expect(spotRadius(4, 4)).toBeGreaterThan(spotRadius(1, 4));
    expect(spotRadius(0, 0)).toBe(12);
  });
});
