import type {
  AnswerValue,
  AskingView,
  LobbyView,
  PhaseView,
  RevealView,
  RosterLine,
  RoundResult,
  SeatView,
  SeatWelcome,
  SessionView,
  TaskView,
} from '$lib/contract';

// Views for tests and the gallery, valid in every field.

const rivers: TaskView = { type: 'singleChoice', options: ['Seine', 'Rhône', 'Loire', 'Garonne'], pictures: [] };

export const choice = (option: number): AnswerValue => ({ kind: 'choice', option });

export const lobby = (newest: string[] = []): LobbyView => ({
  kind: 'lobby',
  newest,
  faces: newest.map((_, index) => index * 41),
});

export const asking = (round: number, changes: Partial<AskingView> = {}): AskingView => ({
  kind: 'asking',
  round,
  prompt: 'Which river flows through Paris?',
  task: rivers,
  points: 1000,
  opensAtMs: 1_000,
  closesAtMs: 21_000,
  untimed: false,
  overtime: false,
  hintCostPercent: null,
  powerUps: [],
  medium: null,
  ...changes,
});

export const reveal = (round: number, changes: Partial<RevealView> = {}): RevealView => ({
  kind: 'reveal',
  round,
  prompt: 'Which river flows through Paris?',
  task: rivers,
  key: { kind: 'options', correct: [0] },
  tally: { kind: 'counts', counts: [14, 3, 5, 1] },
  explanation: null,
  endsAtMs: null,
  medium: null,
  powerUps: 0,
  credits: [],
  ...changes,
});

export const session = (phase: PhaseView, changes: Partial<SessionView> = {}): SessionView => ({
  code: 'K7P2XQ',
  title: 'Around the world',
  step: 3,
  questionCount: 10,
  playerCount: 23,
  locked: false,
  autoAdvance: false,
  pausedAtMs: null,
  hostAway: false,
  suspendedSinceMs: null,
  series: null,
  nextCode: null,
  expiresAtMs: null,
  skippedRound: null,
  teams: [],
  nextMedia: [],
  mode: { kind: 'classic' },
  pace: null,
  hasPowerUps: false,
  hasReactions: true,
  phase,
  ...changes,
});

export const seat = (changes: Partial<SeatView> = {}): SeatView => ({
  seat: 4,
  nickname: 'Swift Otter',
  score: 0,
  streak: 0,
  rank: 0,
  previousRank: null,
  toNext: 0,
  chosen: null,
  result: null,
  time: 'normal',
  approved: true,
  face: 12,
  team: null,
  firstRound: 0,
  hint: null,
  series: null,
  stake: 0,
  powerUps: [],
  earnedPowerUp: null,
  powerUp: null,
  secondChosen: null,
  lives: null,
  ...changes,
});

export const result = (round: number, changes: Partial<RoundResult> = {}): RoundResult => ({
  round,
  answer: choice(0),
  verdict: 'correct',
  points: 940,
  streakBonus: 0,
  elapsedMs: 2_400,
  usedHint: false,
  stake: 0,
  powerUp: null,
  isSecond: false,
  ...changes,
});

export const welcome = (changes: Partial<SeatWelcome> = {}): SeatWelcome => ({
  seatToken: 'token',
  epoch: 1,
  sequence: 1,
  nowMs: 0,
  session: session(lobby()),
  seat: seat(),
  results: [],
  ...changes,
});

export const rosterLine = (seat: number, nickname: string, changes: Partial<RosterLine> = {}): RosterLine => ({
  seat,
  nickname,
  score: 0,
  connected: true,
  answered: false,
  kicked: false,
  time: 'normal',
  approved: true,
  face: (seat * 73) % 512,
  team: null,
  rank: 0,
  hints: 0,
  powerUps: 0,
  lives: null,
  ...changes,
});
