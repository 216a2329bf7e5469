import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoundResult, SeatView, Verdict } from '$lib/contract';
import { useLanguage, type Language } from '$lib/i18n/index.svelte';
import { isPraised, placeNote, remarksOf } from './feedback';
import { outcomeOf } from './verdict';

const answer = { kind: 'choice', options: [0] } as unknown as RoundResult['answer'];

const result = (verdict: Verdict, points: number, more: Partial<RoundResult> = {}): RoundResult => ({
  round: 1,
  answer,
  verdict,
  points,
  streakBonus: 0,
  elapsedMs: 1_000,
  usedHint: false,
  powerUp: null,
  isSecond: false,
  stake: 0,
  ...more,
});

const seat = (more: Partial<SeatView>): SeatView =>
  ({ score: 900, streak: 0, rank: 3, previousRank: 3, toNext: 100, ...more }) as SeatView;

const right = result('correct', 900);
const missed = result('wrong', 0, { answer: null });
const before = (verdict: Verdict) => [result(verdict, 0, { round: 0 })];

/** An outcome, the place and the row after it; and the text, in English and in French. */
const table: [string, RoundResult, Partial<SeatView>, RoundResult[], string[], string[]][] = [
  ['right, first question', right, { streak: 1, previousRank: null }, [], [], []],
  ['right, same place', right, { streak: 1 }, [], [], []],
  ['right, two in a row', right, { streak: 2 }, [], ['2 correct in a row'], ['2 bonnes réponses d’affilée']],
  [
    'right, seven in a row with a bonus',
    { ...right, streakBonus: 500 },
    { streak: 7 },
    [],
    ['7 correct in a row: +500 bonus'],
    ['7 bonnes réponses d’affilée\u00a0: +500 de bonus'],
  ],
  ['right, one place up', right, { streak: 1, previousRank: 4 }, [], ['Up 1 place'], ['1 place gagnée']],
  ['right, nine places up', right, { streak: 1, previousRank: 12 }, [], ['Up 9 places'], ['9 places gagnées']],
  [
    'right, from third to first',
    right,
    { streak: 2, rank: 1, toNext: 0 },
    [],
    ['2 correct in a row', 'Up to first place!'],
    ['2 bonnes réponses d’affilée', 'Vous passez à la 1re place\u00a0!'],
  ],
  ['right, still first', right, { streak: 1, rank: 1, previousRank: 1 }, [], [], []],
  ['right, and places lost', right, { streak: 1, previousRank: 2 }, [], [], []],
  ['right after a wrong one', right, { streak: 1 }, before('wrong'), ['Back on track'], ['C’est reparti']],
  [
    'right after a wrong one, and up',
    right,
    { streak: 1, previousRank: 5 },
    before('wrong'),
    ['Up 2 places'],
    ['2 places gagnées'],
  ],
  ['right after a poll', right, { streak: 1 }, before('unscored'), [], []],
  ['right, worth nothing, with a row', result('correct', 0), { streak: 4, previousRank: 9 }, before('wrong'), [], []],
  ['right, with a hint that cost all', result('correct', 0, { usedHint: true }), { streak: 3 }, [], [], []],
  [
    'partly right with points, and up',
    result('partial', 300),
    { streak: 3, previousRank: 4 },
    [],
    ['Up 1 place'],
    ['1 place gagnée'],
  ],
  ['partly right without points', result('partial', 0), { streak: 3, previousRank: 9 }, [], [], []],
  ['partly right, points lost', result('partial', -200), { previousRank: 9 }, [], [], []],
  ['wrong, places lost', result('wrong', 0), { rank: 5 }, [], [], []],
  ['wrong, and up as others lost points', result('wrong', 0), { previousRank: 9 }, [], [], []],
  ['wrong, first without points', result('wrong', 0), { score: 0, rank: 1, previousRank: 2, toNext: 0 }, [], [], []],
  ['no answer, and up', missed, { previousRank: 9 }, before('wrong'), [], []],
  ['too late', { ...missed, round: 2 }, { streak: 0, rank: 1, previousRank: 3 }, [], [], []],
  ['a poll', result('unscored', 0), { streak: 5, previousRank: 9 }, [], [], []],
];

describe.each(['en', 'fr'] as Language[])('what the phone says after a question, in %s', (language) => {
  beforeEach(async () => {
    vi.stubGlobal('document', { documentElement: {} });
    await useLanguage(language);
  });

  it.each(table)('%s', (_, own, place, earlier, en, fr) => {
    const said = remarksOf(own, earlier, seat(place));
    expect(said).toEqual(language === 'en' ? en : fr);
    expect(said.length).toBeLessThanOrEqual(2);
  });

  it('congratulates no player on zero points or fewer', () => {
    for (const verdict of ['correct', 'partial', 'wrong', 'unscored'] as Verdict[])
      for (const points of [0, -100])
        for (let streak = 0; streak < 10; streak++)
          for (const rank of [1, 2, 9]) {
            const own = result(verdict, points);
            expect(isPraised(own)).toBe(false);
            expect(remarksOf(own, before('wrong'), seat({ streak, rank, previousRank: 5 }))).toEqual([]);
          }
    expect(placeNote(seat({ score: 0, rank: 1, toNext: 0 }))).toBe('');
    expect(placeNote(seat({ score: -50, rank: 1, toNext: 0 }))).toBe('');
  });

  it('says how the place stands', () => {
    expect(placeNote(seat({ rank: 1, toNext: 0 }))).toBe(
      language === 'en' ? 'No one is ahead' : 'Personne devant vous',
    );
    expect(placeNote(seat({ rank: 4, toNext: 20 }))).toContain('20');
    expect(placeNote(seat({ rank: 2, score: 0, toNext: 300 }))).toContain('300');
  });

  it('praises what brought points', () => {
    expect([right, result('partial', 10), result('correct', 0), missed].map(isPraised)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(outcomeOf(missed)).toBe('none');
  });
});
