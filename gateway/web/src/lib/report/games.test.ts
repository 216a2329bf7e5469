import { describe, expect, it } from 'vitest';
import type { GameSummary, KeyedSession } from '$lib/contract';
import { isFound, listedGames } from './games';

const hosted = (id: string, day: number, endedAt?: string): GameSummary => ({
  id,
  code: id,
  title: 'Rivers',
  createdAt: `2026-11-0${day}T10:00:00Z`,
  players: 3,
  isOwn: true,
  ...(endedAt && { endedAt }),
});

const keyed = (sessionId: string, day: number): KeyedSession => ({
  sessionId,
  code: sessionId,
  title: 'Lakes',
  createdAt: `2026-11-0${day}T10:00:00Z`,
  isOver: false,
});

describe('the list of games', () => {
  it('has each game once, the newest first', () => {
    const games = listedGames([hosted('A', 1, '2026-11-01T11:00:00Z'), hosted('B', 3)], [keyed('B', 3), keyed('C', 2)]);
    expect(games.map(({ id, isOver, players }) => [id, isOver, players])).toEqual([
      ['B', false, 3],
      ['C', false, null],
      ['A', true, 3],
    ]);
  });

  it('finds games of keys by title and code', () => {
    expect(isFound(keyed('K7P2XQ', 1), 'lAk')).toBe(true);
    expect(isFound(keyed('K7P2XQ', 1), 'k7p 2xq')).toBe(true);
    expect(isFound(keyed('K7P2XQ', 1), 'K7P')).toBe(false);
  });
});
