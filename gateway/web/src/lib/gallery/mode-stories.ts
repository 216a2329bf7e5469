import type { GameMode, PhaseView, SessionView } from '$lib/contract';
import { lobby, result, reveal, session } from '$lib/game/samples';
import * as fixture from './fixtures';
import type { Story } from './stories';

const { host, player, openAsking, podium, lines } = fixture;
const own = { nickname: 'Swift Otter', score: 1_840, rank: 12, previousRank: 15, toNext: 60 };

const game = (mode: GameMode, phase: PhaseView, changes: Partial<SessionView> = {}) =>
  session(phase, { mode, playerCount: 20, ...changes });
const standings = (top = lines.slice(0, 5)): PhaseView => ({ kind: 'standings', round: 2, top, endsAtMs: null });
const newest = ['Swift Otter', 'Zoé', 'Brave Falcon'];

const survivor: GameMode = { kind: 'survivor', misses: 3 };
const survivors = lines.slice(0, 5).map((line, index) => ({ ...line, lives: [3, 2, 1, 0, 0][index] ?? 0 }));

const race: GameMode = { kind: 'race', points: 5_000 };
const racers = lines
  .slice(0, 5)
  .map((line, index) => ({ ...line, score: [5_120, 4_310, 2_980, 2_980, 0][index] ?? 0 }));

const confidence: GameMode = { kind: 'confidence' };

const sharedDevice: GameMode = { kind: 'sharedDevice', talkMs: 5_000 };

/** Games of each mode that is not classic. */
export const modeStories: Record<string, Story> = {
  'player-survivor-lobby': { kind: 'player', game: player(game(survivor, lobby(newest)), { ...own, lives: 3 }) },
  'player-survivor': { kind: 'player', game: player(game(survivor, openAsking()), { ...own, lives: 2 }) },
  'player-survivor-last': {
    kind: 'player',
    game: player(game(survivor, reveal(2)), {
      ...own,
      lives: 1,
      result: result(2, { answer: null, verdict: 'wrong', points: 0, elapsedMs: null }),
    }),
  },
  'player-survivor-out': {
    kind: 'player',
    game: player(game(survivor, reveal(2)), { ...own, lives: 0, result: result(2, { points: 0 }) }),
  },
  'player-survivor-standings': {
    kind: 'player',
    game: player(game(survivor, standings(survivors)), { ...own, seat: 12, rank: 3, lives: 1 }),
  },
  'player-survivor-podium': {
    kind: 'player',
    game: player(game(survivor, podium()), { ...own, rank: 1, lives: 1 }, { results: fixture.results }),
  },
  'host-survivor-lobby': { kind: 'host', game: host(game(survivor, lobby(newest))) },
  'player-race-lobby': { kind: 'player', game: player(game(race, lobby(newest)), own) },
  'player-race': { kind: 'player', game: player(game(race, openAsking()), own) },
  'player-confidence-lobby': { kind: 'player', game: player(game(confidence, lobby(newest)), own) },
  'player-confidence': { kind: 'player', game: player(game(confidence, openAsking()), own) },
  'player-confidence-answered': {
    kind: 'player',
    game: player(game(confidence, openAsking()), { ...own, chosen: { kind: 'choice', option: 0 }, stake: 500 }),
  },
  'player-confidence-won': {
    kind: 'player',
    game: player(game(confidence, reveal(2)), { ...own, result: result(2, { points: 1_440, stake: 500 }) }),
  },
  'player-confidence-lost': {
    kind: 'player',
    game: player(game(confidence, reveal(2)), {
      ...own,
      result: result(2, { answer: { kind: 'choice', option: 1 }, verdict: 'wrong', points: -500, stake: 500 }),
    }),
  },
  'host-confidence-lobby': { kind: 'host', game: host(game(confidence, lobby(newest))) },
  'entry-name-shared-device': {
    kind: 'entry',
    stage: {
      kind: 'naming',
      summary: { code: 'K7P2XQ', title: 'Around the world', playerCount: 4, teams: 0, isForTeams: true },
      nickname: '',
      refusal: null,
      busy: false,
      seated: null,
    },
  },
  'player-shared-device-talk': {
    kind: 'player',
    game: player(
      game(sharedDevice, openAsking({ opensAtMs: fixture.nowMs + 4_000, closesAtMs: fixture.nowMs + 24_000 })),
      own,
    ),
  },
  'host-shared-device-lobby': { kind: 'host', game: host(game(sharedDevice, lobby(newest))) },
  'host-race-lobby': { kind: 'host', game: host(game(race, lobby(newest))) },
  'player-race-standings': {
    kind: 'player',
    game: player(game(race, standings(racers)), { ...own, score: 2_980, rank: 3, previousRank: 5 }),
  },
  'screen-race-standings': { kind: 'projector', game: host(game(race, standings(racers))) },
  'screen-race-standings-teams': {
    kind: 'projector',
    game: host(game(race, standings(racers), { teams: fixture.teams })),
  },
  'screen-survivor-standings': { kind: 'projector', game: host(game(survivor, standings(survivors))) },
};
