import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PodiumView } from '$lib/contract';
import { result, seat } from '$lib/game/samples';
import { handOut, resultCard, squaresOf } from './result-card';

const phase: PodiumView = {
  kind: 'podium',
  finale: null,
  reason: 'completed',
  podium: [],
  rounds: [0, 1, 2, 3].map((round) => ({
    round,
    prompt: '?',
    answered: 2,
    correct: 1,
    skipped: round === 2,
    players: 2,
    scored: true,
    hints: 0,
    powerUps: 0,
  })),
};
const results = [result(0), result(1, { verdict: 'wrong', points: 0 })];

describe('a result card', () => {
  it('has a square for each question that counted', () => {
    expect(squaresOf(phase, results)).toBe('🟩🟥⬜');
  });

  it('marks partly right answers, and leaves out opinions', () => {
    const rounds = phase.rounds.map((each) => ({ ...each, skipped: false, scored: each.round !== 1 }));
    const partial = [result(0, { verdict: 'partial' }), result(1, { verdict: 'unscored' })];
    expect(squaresOf({ ...phase, rounds }, partial)).toBe('🟨⬜⬜');
  });

  it('summarises the game in a few lines', () => {
    const words = { place: '2nd place', score: '940 points', right: '1 of 3 correct' };
    expect(resultCard('Capitals', seat({ nickname: 'Ada' }), phase, results, words)).toBe(
      'Arena · Capitals\nAda: 2nd place · 940 points\n1 of 3 correct\n🟩🟥⬜',
    );
  });
});

describe('handing it out', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('shares where there is a way to, copies where there is none, and says when neither works', async () => {
    vi.stubGlobal('navigator', { share: async () => undefined });
    expect(await handOut('x')).toBe('shared');
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
    expect(await handOut('x')).toBe('copied');
    expect(written).toEqual(['x']);
    vi.stubGlobal('navigator', {});
    expect(await handOut('x')).toBeNull();
    vi.stubGlobal('navigator', { share: () => Promise.reject(new Error('dismissed')) });
    expect(await handOut('x')).toBeNull();
  });
});
