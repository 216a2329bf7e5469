import { describe, expect, it } from 'vitest';
import { cueBetween, melodies, type Cue, type Heard } from './cues';

const heard = (changes: Partial<Heard> = {}): Heard => ({
  phase: 'asking',
  round: 2,
  players: 0,
  locked: false,
  verdict: null,
  scored: true,
  hidden: 0,
  ...changes,
});

describe('sounds', () => {
  it.each<[Cue | null, Partial<Heard>, Partial<Heard>]>([
    ['joined', { phase: 'lobby', round: null, players: 3 }, { phase: 'lobby', round: null, players: 4 }],
    [null, { phase: 'lobby', round: null, players: 4 }, { phase: 'lobby', round: null, players: 3 }],
    ['ready', { phase: 'lobby', round: null }, { phase: 'getReady', round: 0 }],
    ['open', { phase: 'getReady' }, {}],
    ['open', { round: 1 }, {}],
    ['locked', {}, { locked: true }],
    [null, { locked: true }, { locked: true }],
    ['closed', {}, { phase: 'reveal' }],
    ['right', { locked: true }, { phase: 'reveal', verdict: 'right' }],
    ['wrong', { phase: 'reveal' }, { phase: 'reveal', verdict: 'wrong' }],
    [null, { phase: 'reveal', verdict: 'right' }, { phase: 'reveal', verdict: 'right' }],
    ['standings', { phase: 'reveal' }, { phase: 'standings' }],
    ['podium', { phase: 'reveal' }, { phase: 'podium', round: null }],
    ['closed', { phase: 'reveal' }, { phase: 'podium', round: null, scored: false }],
    ['suspense', { phase: 'reveal' }, { phase: 'podium', round: null, hidden: 3 }],
    ['step', { phase: 'podium', hidden: 3 }, { phase: 'podium', hidden: 2 }],
    ['podium', { phase: 'podium', hidden: 1 }, { phase: 'podium', hidden: 0 }],
  ])('is %s', (cue, before, after) => {
    expect(cueBetween(heard(before), heard(after))).toBe(cue);
  });

  it('is short, and never louder than one tone at a time', () => {
    for (const tones of Object.values(melodies)) {
      tones.forEach(([hertz, at, length], index) => {
        expect(hertz).toBeGreaterThan(100);
        expect(at + length).toBeLessThan(2);
        const next = tones[index + 1];
        if (next) expect(next[1]).toBeGreaterThanOrEqual(at + length - 0.001);
      });
    }
  });
});
