import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLanguage } from '$lib/i18n/index.svelte';
import { fastestRight, highlightsOf, longestRow } from './highlights';
import { result } from './samples';

const wrong = { verdict: 'wrong', points: 0 } as const;
const none = { ...wrong, answer: null, elapsedMs: null } as const;

describe('the highlights of a game', () => {
  beforeEach(() => vi.stubGlobal('document', { documentElement: {} }));
  beforeAll(async () => {
    vi.stubGlobal('document', { documentElement: {} });
    await useLanguage('en');
  });

  it('count the longest row of right answers, in the order of the questions', () => {
    expect(longestRow([])).toBe(0);
    expect(longestRow([result(3), result(0), result(1, wrong), result(2)])).toBe(2);
    expect(longestRow([result(0), result(1, { verdict: 'unscored', points: 0 }), result(2)])).toBe(2);
    expect(longestRow([result(0), result(1, none), result(2)])).toBe(1);
  });

  it('take the fastest of the right answers', () => {
    expect(fastestRight([result(0, { elapsedMs: 3_000 }), result(1, { ...wrong, elapsedMs: 400 })])).toBe(3_000);
    expect(fastestRight([result(0, wrong)])).toBeNull();
  });

  it('say something true to everyone', () => {
    expect(highlightsOf([result(0, { elapsedMs: 1_234 }), result(1, { elapsedMs: 5_000 })])).toEqual([
      'Best streak: 2 in a row',
      'Fastest correct answer: 1.2 s',
    ]);
    expect(highlightsOf([result(0, wrong), result(1, wrong)])).toEqual(['You answered 2 questions. Well played!']);
    expect(highlightsOf([result(0, none)])).toEqual([]);
  });
});
