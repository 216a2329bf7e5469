import { describe, expect, it } from 'vitest';
import type { Award } from '$lib/contract';
import { awarded } from './awarded';

const award: Award = { experience: 60, levelBefore: 1, level: 1, earned: ['firstGame'] };

describe('what a game brought', () => {
  it('is asked for until it is known, with growing pauses', async () => {
    const waits: number[] = [];
    let asked = 0;
    const wait = async (ms: number) => void waits.push(ms);
    expect(await awarded(async () => (++asked === 3 ? award : null), wait)).toBe(award);
    expect(waits).toHaveLength(3);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
  });

  it('is asked for a limited number of times', async () => {
    let asked = 0;
    const read = async () => (asked++, null);
    expect(await awarded(read, async () => undefined)).toBeNull();
    expect(asked).toBeLessThan(10);
  });
});
