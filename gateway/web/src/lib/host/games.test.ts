import { describe, expect, it } from 'vitest';
import type { HostedSession, KeyedSession } from '$lib/contract';
import { ownGames } from './games';

const keyed = (code: string, day: number, isOver = false): KeyedSession => ({
  sessionId: code,
  code,
  title: code,
  createdAt: `2026-01-0${day}T00:00:00Z`,
  isOver,
});
const hosted = (code: string, day: number, isOwn = true): HostedSession => ({
  sessionId: code,
  code,
  title: code,
  createdAt: `2026-01-0${day}T00:00:00Z`,
  isOwn,
});

describe('the games that a browser finds again', () => {
  it('are those of its keys and those of the account, each once, the newest first', () => {
    const games = ownGames(
      [keyed('AAAAAA', 1), keyed('BBBBBB', 3, true), keyed('CCCCCC', 5)],
      [hosted('CCCCCC', 5, false), hosted('DDDDDD', 4)],
    );
    expect(games.map(({ code, isOver, isOwn, hasKey }) => [code, isOver, isOwn, hasKey])).toEqual([
      ['CCCCCC', false, false, true],
      ['DDDDDD', false, true, false],
      ['BBBBBB', true, true, true],
      ['AAAAAA', false, true, true],
    ]);
  });
});
