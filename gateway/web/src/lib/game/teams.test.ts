import { describe, expect, it } from 'vitest';
import { session, lobby } from './samples';
import { rankedTeams, teamLine } from './teams';

const view = session(lobby(), {
  teams: [
    { team: 0, players: 3, score: 500, rank: 2 },
    { team: 1, players: 0, score: 0, rank: 0 },
    { team: 2, players: 1, score: 900, rank: 1 },
    { team: 3, players: 2, score: 500, rank: 2 },
  ],
});

describe('teams', () => {
  it('stand by rank, in their order where they share one, and without empty ones', () => {
    expect(rankedTeams(view.teams).map((line) => line.team)).toEqual([2, 0, 3]);
  });

  it('are found by their number', () => {
    expect(teamLine(view, 3)?.score).toBe(500);
    expect(teamLine(view, null)).toBeNull();
    expect(teamLine(session(lobby()), 0)).toBeNull();
  });
});
