import { describe, expect, it } from 'vitest';
import { players } from './host-state';
import { lobby, session } from './samples';
import { watchedGame } from './shown-game';

describe('watchedGame', () => {
  it('shows the players of the lobby who came last, the newest first, and nothing that only hosts know', () => {
    const game = watchedGame(session(lobby(['Zoe', 'Bob', 'Ann']), { playerCount: 9 }));
    expect(players(game).map((line) => line.nickname)).toEqual(['Zoe', 'Bob', 'Ann']);
    expect([game.answered, game.connected, game.tally]).toEqual([null, null, null]);
  });

  it('knows no players in another phase', () => {
    const view = session({ kind: 'standings', round: 0, top: [], endsAtMs: null });
    expect(players(watchedGame(view))).toEqual([]);
  });
});
