import type {
  AccountReply,
  ApiKeyReply,
  EndedAccess,
  AskingView,
  ExportLosses,
  HostActionKind,
  LoggedSecurityEvent,
  MailOverview,
  OwnResult,
  PasskeyReply,
  PodiumView,
  Question,
  QuizDocument,
  QuizLabels,
  QuizSummary,
  GameErrorCode,
  RefusalBody,
  EventBusOverview,
  SecuritySummary,
  AuthSession,
  BoardReply,
  StandingLine,
  Tally,
  TaskView,
  TeamLine,
} from '$lib/contract';
import { attached, type HostState } from '$lib/game/host-state';
import { welcomed, type PlayerState } from '$lib/game/player-state';
import { asking, result, rosterLine, seat, welcome } from '$lib/game/samples';
import type { OwnGame } from '$lib/host/games';

/** The gallery's clock stands still, in the middle of a question. */
export const nowMs = 8_400;
export const clock = { now: () => nowMs };

export const longName = 'WWWWWWWWWWWWWWWWWWWW';
export const longPrompt =
  'In the year 1889, while the whole of Paris was looking at the iron tower that many of its artists had called a disgrace, a smaller crowd gathered at the other end of the Champ de Mars to see a machine that its inventor had carried across the ocean in eleven crates, each of them labelled by hand, and which was to change how people listened to each other’s voices. Considering what the newspapers of the day wrote about it, and what the inventor himself said much later, which machine was shown there to the public?';
export const longOption = (start: string) =>
  `${start} that was made of walnut wood and brass, with a wax cylinder of its own and a horn so large that two people had to carry it across the hall`.slice(
    0,
    150,
  );

export const refusal = (code: GameErrorCode, more: Partial<RefusalBody> = {}): RefusalBody => ({
  code,
  retryAfterMs: null,
  place: null,
  traceId: null,
  ...more,
});

const names = [
  'Swift Otter',
  'Zoé',
  'Jean-Baptiste',
  longName,
  'Łukasz',
  '小明',
  'Brave Falcon',
  'Señor Ñandú',
  'Ada',
  'Mr. Fox 🦊',
  'Noémie & Léo',
  'x',
  'Merry Badger',
  'Quiet Heron',
  'Captain Obvious',
  'Lucky Koala',
  'Olga',
  'Grace',
  'Linus',
  'Wise Puffin',
];

export const roster = names.map((name, index) =>
  rosterLine(index, name, { score: 4_200 - index * 137, connected: index % 7 !== 5, answered: index % 3 !== 0 }),
);

export const lines: StandingLine[] = names.slice(0, 10).map((nickname, index) => ({
  seat: index + 10,
  nickname,
  score: 9_420 - index * 613,
  rank: index + 1,
  previousRank: [2, 1, 5, 3, null, 6, 9, 8, 7, 10][index] ?? null,
  streak: [4, 0, 2, 0, 1, 0, 0, 3, 0, 0][index] ?? 0,
  face: [300, 12, 77, 411][index] ?? index * 73,
  team: null,
  lives: null,
}));

/** The third place is shown, the others are not. */
export const finale = { startsAtMs: nowMs - 3_000, endsAtMs: nowMs + 5_000 };

export const podium = (changes: Partial<PodiumView> = {}): PodiumView => ({
  kind: 'podium',
  reason: 'completed',
  podium: lines,
  rounds: Array.from({ length: 6 }, (_, round) => ({
    round,
    prompt: round === 3 ? longPrompt : 'Which river flows through Paris?',
    answered: 20,
    correct: [14, 3, 20, 7, 0, 11][round] ?? 0,
    skipped: round === 4,
    players: 23,
    scored: true,
    hints: [0, 4, 0, 1][round] ?? 0,
    powerUps: [0, 0, 2][round] ?? 0,
  })),
  finale: null,
  ...changes,
});

const choice = (options: readonly string[]): Extract<TaskView, { type: 'singleChoice' }> => ({
  type: 'singleChoice',
  options: [...options],
  pictures: [],
});

export const options = (
  count: number,
  length: 'short' | 'long' = 'short',
): { task: ReturnType<typeof choice>; prompt?: string } => ({
  task: choice(
    (length === 'short'
      ? ['Seine', 'Rhône', 'Loire', 'Garonne', 'Dordogne', 'Meuse', 'Marne', 'Charente']
      : ['A phonograph', 'A telephone', 'A telegraph', 'A piano', 'A camera', 'A lamp', 'A clock', 'A projector'].map(
          longOption,
        )
    ).slice(0, count),
  ),
  ...(length === 'long' && { prompt: longPrompt }),
});

export const trueFalse: TaskView = { type: 'trueFalse', options: ['True', 'False'], pictures: [] };

/** A question of two or three lines, with answers of one to three. */
export const wordy: Pick<AskingView, 'task' | 'prompt'> = {
  prompt:
    'Which of these four lands has a border with most of the others, if a common point and the sea are counted as well, but no land that lies within another?',
  task: choice([
    'Mecklenburg and all the islands before it',
    'Lower Saxony',
    'The Rhineland with the Palatinate',
    'North Rhine and Westphalia, with a very long name that does not fit into any single line',
  ]),
};

export const player = (
  view: PlayerState['session'],
  own: Parameters<typeof seat>[0] = {},
  more: Partial<PlayerState> = {},
): PlayerState => ({ ...welcomed(null, welcome({ session: view, seat: seat(own) })), ...more });

const always: readonly HostActionKind[] = [
  'resume',
  'lock',
  'unlock',
  'autoAdvanceOn',
  'autoAdvanceOff',
  'kick',
  'removeAbsent',
  'removeUnapproved',
  'rename',
  'approve',
  'approveAll',
  'grantTime',
  'keepOpen',
  'end',
];

/** What the server says a host can do: samples of its answers. */
const possible: Record<HostState['session']['phase']['kind'] | 'paused' | 'held', readonly HostActionKind[]> = {
  lobby: ['start', ...always],
  getReady: ['advance', 'skip', 'undoSkip', 'pause', ...always],
  asking: ['advance', 'skip', 'extend', 'pause', ...always],
  reveal: ['advance', 'pause', 'acceptAnswer', ...always],
  standings: ['advance', 'undoSkip', 'pause', ...always],
  podium: [],
  paused: ['extend', 'pause', ...always],
  held: [],
};

const situationOf = (view: HostState['session']) =>
  view.suspendedSinceMs != null ? 'held' : view.pausedAtMs != null ? 'paused' : view.phase.kind;

/** A game in which something is not possible that mostly is. */
export const without = (game: HostState, kind: HostActionKind): HostState => ({
  ...game,
  possible: new Set([...game.possible].filter((each) => each !== kind)),
});

export const host = (
  view: HostState['session'],
  lineCount = roster.length,
  answered = 14,
  tally: Tally | null = { kind: 'counts', counts: [9, 3, 2, 0] },
): HostState =>
  attached(null, {
    epoch: 1,
    sequence: 1,
    hostSequence: 1,
    nowMs,
    session: view,
    host: {
      answered,
      connected: Math.max(0, lineCount - 3),
      tally,
      changed: roster.slice(0, lineCount),
      possible: [...possible[situationOf(view)]],
    },
  });

/** The first lines, with other scores and ranks. */
export const scored = (...scores: number[]): StandingLine[] =>
  lines.slice(0, scores.length).map((line, index) => ({
    ...line,
    score: scores[index] ?? 0,
    rank: 1 + scores.filter((other) => other > (scores[index] ?? 0)).length,
  }));

/** A host whose players wait for their names to be approved. */
export const waitingHost = (view: HostState['session']): HostState => {
  const game = host(view);
  const asked = [...game.roster.values()].map((line) => ({ ...line, approved: line.seat % 4 === 0 }));
  return { ...game, roster: new Map(asked.map((line) => [line.seat, line])) };
};

/** Eight teams after a question: two of them level, one without players. */
export const teams: TeamLine[] = [5, 2, 3, 1, 0, 4, 3, 2].map((players, team) => ({
  team,
  players,
  score: [3_480, 3_912, 2_015, 3_480, 0, 1_204, 640, 90][team] ?? 0,
  rank: [2, 1, 4, 2, 0, 5, 6, 7][team] ?? 0,
}));

/** The same teams before the first question. */
export const newTeams: TeamLine[] = teams.slice(0, 4).map((line) => ({ ...line, score: 0, rank: 0 }));

export const teamedLines = (some: readonly StandingLine[]): StandingLine[] =>
  some.map((line) => ({ ...line, team: line.seat % 8 }));

/** A host whose players are in so many teams; the fifth is empty. */
export const teamedHost = (view: HostState['session']): HostState => {
  const game = host(view);
  const open = view.teams.map((line) => line.team).filter((team) => team !== 4);
  const teamed = [...game.roster.values()].map((line) => ({ ...line, team: open[line.seat % open.length] ?? 0 }));
  const counted = view.teams.map((line) => ({
    ...line,
    players: teamed.filter((player) => player.team === line.team).length,
  }));
  return {
    ...game,
    session: { ...game.session, teams: counted },
    roster: new Map(teamed.map((line) => [line.seat, line])),
  };
};

export const results = [
  result(0, { points: 940 }),
  result(1, { verdict: 'wrong', points: 0, answer: { kind: 'choice', option: 2 } }),
  result(2, { points: 812, streakBonus: 100 }),
  result(3, { points: 700, streakBonus: 200 }),
  result(5, { verdict: 'wrong', points: 0, answer: null, elapsedMs: null }),
];

export const exportLosses: ExportLosses = {
  questionCount: 1_240,
  leftOut: 15,
  losses: [
    { kind: 'leftOut', type: 'poll', count: 12 },
    { kind: 'leftOut', type: 'pin', count: 3 },
    { kind: 'changed', member: 'description', count: 1 },
    { kind: 'changed', member: 'tags', count: 1 },
    { kind: 'changed', type: 'singleChoice', member: 'explanation', count: 840 },
    { kind: 'changed', type: 'singleChoice', member: 'media', count: 31 },
    { kind: 'changed', type: 'trueFalse', member: 'type', count: 2 },
    { kind: 'changed', type: 'multipleChoice', member: 'scoring', count: 1 },
    { kind: 'tooLong', type: 'singleChoice', member: 'prompt', count: 7 },
    { kind: 'tooLong', type: 'singleChoice', member: 'options', count: 2 },
  ],
};

export const sharedSummary: QuizSummary = {
  id: '9',
  title: longPrompt.slice(0, 120),
  questionCount: 12,
  updatedAt: '2026-01-01T00:00:00Z',
  visibility: 'public',
  tags: [],
};

export const quizzes: QuizSummary[] = [
  {
    id: '1',
    title: 'Geography',
    questionCount: 845,
    updatedAt: '2026-11-20T10:00:00Z',
    visibility: 'private',
    tags: ['Europe', 'Rivers and lakes'],
    folder: 'Class 7B',
  },
  {
    id: '2',
    title: 'Capital cities of small and large countries',
    questionCount: 12,
    updatedAt: '2026-10-02T10:00:00Z',
    visibility: 'unlisted',
    owner: longName,
    tags: ['Europe'],
  },
  {
    id: '3',
    title: longPrompt.slice(0, 120),
    questionCount: 1,
    updatedAt: '2025-01-02T10:00:00Z',
    visibility: 'private',
    tags: ['Donaudampfschifffahrtselektriz'],
  },
];

export const filteredQuizzes = quizzes.slice(0, 1);

export const quizLabels: QuizLabels = {
  tags: [
    { name: 'Donaudampfschifffahrtselektriz', quizzes: 1 },
    { name: 'Europe', quizzes: 2 },
    { name: 'Rivers and lakes', quizzes: 1 },
  ],
  folders: [{ name: 'Class 7B', quizzes: 1 }],
};

export const openAsking = (changes: Partial<AskingView> = {}) => asking(2, changes);

const written = (
  prompt: string,
  labels: readonly string[],
  more: { type?: 'trueFalse'; points?: number; explanation?: string } = {},
): Question => ({
  type: 'singleChoice',
  prompt,
  options: labels.map((label, index) => ({ label, correct: index === 0 })),
  shuffle: false,
  timeLimitMs: 20_000,
  points: 1000,
  ...more,
});

export const fixtureQuestions: readonly Question[] = [
  written('Which river flows through Paris?', ['Seine', 'Rhône', 'Loire', 'Garonne'], {
    explanation: 'It crosses the city from east to west for 13 km.',
  }),
  written('Lake Geneva lies in Switzerland alone.', ['False', 'True'], { type: 'trueFalse', points: 2000 }),
  written(longPrompt, options(8, 'long').task.options, { explanation: longPrompt.slice(0, 400) }),
  written('What is the capital of Australia?', ['Canberra', 'Sydney']),
];

export const writtenQuiz = (changes: Partial<QuizDocument> = {}): QuizDocument => ({
  arena: 1,
  title: 'Around the world in ten questions',
  tags: ['Geography', 'Rivers and lakes'],
  folder: 'Class 7B',
  questions: [...fixtureQuestions],
  ...changes,
});

/** The questions with the longest one first. */
export const longFirst = [...fixtureQuestions].reverse().slice(1, 2).concat(fixtureQuestions);

/** Two versions of the first question, as two authors wrote it. */
export const mergedQuiz = writtenQuiz({
  questions: [
    written('What is the capital of Australia?', ['Canberra', 'Sydney', 'Perth']),
    written('Which city is the capital of Australia?', ['Canberra', 'Sydney', 'Melbourne', longName]),
    ...fixtureQuestions,
  ],
});

export const unsoundQuiz = writtenQuiz({
  title: '',
  questions: [written('', ['Canberra', 'Canberra', 'x'.repeat(170), 'y']), ...fixtureQuestions, written('', ['', ''])],
});

export const blank = writtenQuiz({ title: '', questions: [written('', ['', '', '', ''])] });

export const account: AccountReply = {
  id: '1',
  name: longName,
  isAdministrator: false,
  hasPassword: true,
  hasTwitch: false,
  hasSecondFactor: false,
  createdAt: '2026-01-01T00:00:00Z',
};

export const board: BoardReply = {
  lines: [
    { rank: 1, name: 'Zoé', points: 12_840, quizzes: 14 },
    { rank: 2, name: 'x'.repeat(20), points: 9_120, quizzes: 10 },
    { rank: 2, name: 'Amadou', points: 9_120, quizzes: 11 },
    { rank: 4, name: 'Ines.B', points: 480, quizzes: 1 },
  ],
  own: { rank: 1_204, name: 'Otto', points: 12, quizzes: 1 },
  count: 1_310,
};

export const passkeys: PasskeyReply[] = [{ id: '1', name: longName, createdAt: '2026-01-01T00:00:00Z' }];

export const signIns: AuthSession[] = [
  {
    id: '1',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0',
    ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
    createdAt: '2026-01-01T00:00:00Z',
    lastUsedAt: '2026-02-01T00:00:00Z',
    isCurrent: true,
  },
  { id: '2', createdAt: '2026-01-01T00:00:00Z', lastUsedAt: '2026-01-03T00:00:00Z', isCurrent: false },
];

export const ended: EndedAccess = { browsers: 1, apiKeys: 2, resetLinks: 0, passkeys };

export const outgoingMail: MailOverview = {
  isOn: true,
  waiting: 2,
  givenUp: [
    {
      id: 7,
      kind: 'gameReport',
      createdAt: '2026-02-01T10:00:00Z',
      failedAt: '2026-02-01T10:00:01Z',
      attempts: 1,
      error: '550 RecipientNotAccepted',
    },
  ],
};

export const securityEvents: LoggedSecurityEvent[] = [
  { id: 9, at: '2026-03-01T09:12:44Z', event: 'signInFailed', ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348' },
  { id: 8, at: '2026-03-01T09:12:41Z', event: 'signedIn', userId: '1', name: longName, ip: '203.0.113.9' },
  { id: 7, at: '2026-02-28T17:02:00Z', event: 'roleChanged', userId: '2', name: 'Ada' },
];

export const securitySummary: SecuritySummary = {
  events: [
    { event: 'signInFailed', count: 12_040 },
    { event: 'signedIn', count: 311 },
    { event: 'roleChanged', count: 1 },
  ],
  refusals: [
    { kind: 'requestRate', policy: 'authoring', count: 48_210, lastAt: '2026-03-01T09:12:44Z' },
    { kind: 'joinCodes', policy: 'Find', count: 1_120, lastAt: '2026-03-01T09:10:02Z' },
    {
      kind: 'pagePolicy',
      policy: 'require-trusted-types-for trusted-types-sink',
      count: 1,
      lastAt: '2026-02-28T17:02:00Z',
    },
  ],
};

export const eventBus: EventBusOverview = {
  queues: [
    { queue: 0, delivered: 120_311, lagMs: 0 },
    { queue: 1, delivered: 120_004, lagMs: 71_300 },
  ],
  consumers: [
    { name: 'game-summaries', canReplay: true, backlogs: 0 },
    { name: 'webhooks', canReplay: false, backlogs: 3 },
  ],
  deadLetterCount: 2,
  deadLetters: [
    {
      id: 2,
      at: '2026-03-01T09:12:44Z',
      consumer: 'game-summaries',
      sessionId: '7d9f2c1e-0f61-4a0e-9a52-0d2f6e1c3b4a',
      version: 311,
      type: 'sessionFinished.1',
      attempts: 8,
      error:
        'SqliteException: SQLite Error 19: CHECK constraint failed: a_constraint_with_a_rather_long_name_that_has_no_blanks',
      wantedAgain: false,
    },
    {
      id: 1,
      at: '2026-02-28T17:02:00Z',
      consumer: 'webhooks',
      sessionId: '2b4a7d9f-0f61-4a0e-9a52-0d2f6e1c3b4a',
      version: 1,
      type: 'sessionLaunched.1',
      attempts: 9,
      error: 'TimeoutException: The operation has timed out.',
      wantedAgain: true,
    },
  ],
};

const apiKey: ApiKeyReply = {
  id: '1',
  name: 'A script that saves every game to the spreadsheet of the school',
  prefix: 'arena_0123ab',
  scopes: ['quizzes:read', 'quizzes:write', 'games:host', 'results:read'],
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt: '2027-01-01T00:00:00Z',
  lastUsedAt: '2026-02-01T00:00:00Z',
};

export const apiKeys: ApiKeyReply[] = [
  apiKey,
  {
    id: '2',
    name: 'x',
    prefix: 'arena_cdef45',
    scopes: ['results:read'],
    createdAt: '2026-01-01T00:00:00Z',
    expiresAt: '2026-03-01T00:00:00Z',
  },
];

export const ownGames: OwnGame[] = [
  { code: 'K7P2XQ', title: longPrompt.slice(0, 120), createdAt: '', isOver: false, isOwn: true, hasKey: true },
  { code: 'M3R9TY', title: 'Geography', createdAt: '', isOver: false, isOwn: false, hasKey: false },
  { code: 'A2B3C4', title: null, createdAt: '', isOver: true, isOwn: true, hasKey: true },
];

export const ownResults: OwnResult[] = [
  {
    gameId: '1',
    title: 'Around the world in ten questions',
    nickname: longName,
    score: 12_840,
    rank: 3,
    players: 1_204,
    endedAt: '2026-02-01T00:00:00Z',
  },
  { gameId: '2', nickname: 'x', score: 0, rank: 1, players: 1, endedAt: '2026-01-01T00:00:00Z' },
];
