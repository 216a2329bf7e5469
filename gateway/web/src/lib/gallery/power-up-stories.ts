import type { PhaseView } from '$lib/contract';
import { lobby, result, reveal, session } from '$lib/game/samples';
import { powerUpKinds } from '$lib/powerups/kinds';
import { host, openAsking, player } from './fixtures';
import type { Story } from './stories';

const own = { nickname: 'Swift Otter', score: 1_840, rank: 12, previousRank: 15, toNext: 60, streak: 2 };
const game = (phase: PhaseView) => session(phase, { hasPowerUps: true });
const asking = openAsking({ powerUps: [...powerUpKinds] });

/** Phones and the big screen in a game with power-ups. */
export const powerUpStories: Record<string, Story> = {
  'player-power-ups-lobby': { kind: 'player', game: player(game(lobby(['Swift Otter', 'Zoé'])), own) },
  'player-power-ups': {
    kind: 'player',
    game: player(game(asking), { ...own, powerUps: ['fiftyFifty', 'streakFreeze', 'secondChance'] }),
  },
  'player-power-ups-unfit': {
    kind: 'player',
    game: player(game(openAsking()), { ...own, powerUps: ['doublePoints', 'extraTime', 'shield'] }),
  },
  'player-power-up-5050': {
    kind: 'player',
    game: player(game(asking), {
      ...own,
      powerUps: ['extraTime'],
      powerUp: { effect: { kind: 'fiftyFifty', percent: 50 }, removed: [1, 2] },
    }),
  },
  'player-power-up-second': {
    kind: 'player',
    game: player(game(asking), {
      ...own,
      chosen: { kind: 'choice', option: 1 },
      powerUp: { effect: { kind: 'secondChance', percent: 50 }, removed: [] },
    }),
  },
  'player-power-up-result': {
    kind: 'player',
    game: player(game(reveal(2)), {
      ...own,
      powerUps: ['shield'],
      earnedPowerUp: 'shield',
      result: result(2, { points: 470, powerUp: 'secondChance', isSecond: true }),
    }),
  },
  'host-power-ups': { kind: 'host', game: host(game(reveal(2, { powerUps: 3 }))) },
};
