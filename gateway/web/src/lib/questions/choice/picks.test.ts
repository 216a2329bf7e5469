import { describe, expect, it } from 'vitest';
import { toggled } from './picks';

describe('picks', () => {
  it('are taken and given back, and stand in the order of the options', () => {
    expect(toggled([2], 0)).toEqual([0, 2]);
    expect(toggled([0, 2], 0)).toEqual([2]);
    expect(toggled([], 1)).toEqual([1]);
  });
});
