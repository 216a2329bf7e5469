import type {
  GameMode,
  HostTrend,
  MonthFigures,
  PlayerReport,
  QuestionReport,
  QuizTrend,
  ReportReply,
  SummaryReply,
} from '$lib/contract';
import type { ListedGame } from '$lib/report/games';
import { questionSamples, type QuestionSample } from './question-samples';
import type { Story } from './stories';

const scoredTypes = new Set([
  'singleChoice',
  'trueFalse',
  'multipleChoice',
  'typedAnswer',
  'number',
  'slider',
  'order',
  'match',
  'pin',
]);
const samples: readonly QuestionSample[] = Object.values(questionSamples);
const names = ['Swift Otter', 'Zoé', 'Ann', 'Maximilian-Alexander', '李雷', 'Bob', 'Dora', 'Émile'];
const letters = 'rrwrnprw';

const questions: QuestionReport[] = samples.map((sample, round) => {
  const isScored = scoredTypes.has(sample.task.type);
  const isSlide = sample.task.type === 'slide';
  return {
    round,
    type: sample.task.type,
    prompt: sample.prompt,
    points: isScored ? 1_000 : 0,
    isSkipped: round === 3,
    isScored,
    counts: isSlide
      ? { asked: 0, right: 0, partly: 0, wrong: 0, unscored: 0, none: 0 }
      : isScored
        ? { asked: 52, right: 31 - round, partly: 4, wrong: 12 + round, unscored: 0, none: 5 }
        : { asked: 52, right: 0, partly: 0, wrong: 0, unscored: 47, none: 5 },
    times: isSlide ? null : { lowerQuartileMs: 2_310, medianMs: 4_120, upperQuartileMs: 7_800, of: 47 },
    discrimination: isScored && round !== 1 ? { coefficient: 0.41 - round / 20, of: 52 } : null,
    task: round === 3 ? null : sample.task,
    key: round === 3 ? null : sample.key,
    tally: round === 3 ? null : (sample.live ?? sample.tally),
  };
});

const playerAt = (seat: number): PlayerReport => {
  const outcomes = questions.map((question, index) =>
    question.isSkipped || question.type === 'slide' || (seat % 17 === 4 && index < 2)
      ? '-'
      : question.isScored
        ? (letters[(seat * 5 + index * 3) % letters.length] ?? 'n')
        : seat % 9 === 5
          ? 'n'
          : 'a',
  );
  const count = (letter: string) => outcomes.filter((each) => each === letter).length;
  return {
    seat,
    nickname: `${names[seat % names.length] ?? ''}${seat < names.length ? '' : ` ${String(seat)}`}`,
    team: null,
    score: 9_240 - seat * 173,
    rank: seat + 1,
    counts: {
      asked: outcomes.length - count('-'),
      right: count('r'),
      partly: count('p'),
      wrong: count('w'),
      unscored: count('a'),
      none: count('n'),
    },
    scored: outcomes.filter((letter, index) => letter !== '-' && questions[index]?.isScored).length,
    medianMs: 2_000 + seat * 90,
    lastRound: seat % 11 === 7 ? 6 : questions.length - 2,
    lastAnswerAtMs: 0,
    hasLeft: seat % 11 === 7,
    outcomes: outcomes.join(''),
    timesMs: outcomes.map((letter, index) =>
      'rpwa'.includes(letter) ? 900 + ((seat * 331 + index * 577) % 14_000) : null,
    ),
    stakes: [],
    powerUps: seat % 9 === 2 ? outcomes.map((_, index) => (index === 3 ? 'doublePoints' : null)) : [],
  };
};

const reply: ReportReply = {
  id: '3b1f2b84-6f0a-4a6e-9c44-7f4a2b6f0d11',
  code: 'K7P2XQ',
  title: 'Around the world in ten questions',
  createdAt: '2026-11-29T18:00:00Z',
  endedAt: '2026-11-29T18:40:00Z',
  isOver: true,
  report: {
    rules: {
      mode: { kind: 'classic' },
      pointsBySpeed: true,
      streakBonus: true,
      untimed: false,
      drawn: true,
      teams: 4,
    },
    questionCount: questions.length,
    totals: {
      players: 52,
      tookPart: 51,
      finished: 46,
      answers: 560,
      possibleAnswers: 624,
      right: 214,
      possibleRight: 416,
    },
    hardest: [7, 8, 9],
    questions,
    players: Array.from({ length: 52 }, (_, seat) => playerAt(seat)),
  },
};

const ofMode = (mode: GameMode, change: (player: PlayerReport) => Partial<PlayerReport> = () => ({})): ReportReply => ({
  ...reply,
  report: {
    ...reply.report,
    rules: { mode, pointsBySpeed: false, streakBonus: false, untimed: true, drawn: false, teams: 0 },
    players: reply.report.players.map((player) => ({ ...player, ...change(player) })),
  },
});

const survivor = ofMode({ kind: 'survivor', misses: 3 }, ({ seat }) =>
  seat < 2 ? { lives: 2 - seat } : { lives: 0, outRound: Math.max(2, 12 - seat) },
);
const confidence = ofMode({ kind: 'confidence' }, ({ seat, timesMs }) => ({
  stakes: timesMs.map((time, index) => (time === null ? null : ((seat + index) % 5) * 250)),
}));

const live: ReportReply = {
  ...reply,
  endedAt: null,
  isOver: false,
  report: { ...reply.report, hardest: [], questions: questions.slice(0, 2), players: reply.report.players.slice(0, 4) },
};

const empty: ReportReply = {
  ...live,
  report: {
    ...live.report,
    totals: { players: 0, tookPart: 0, finished: 0, answers: 0, possibleAnswers: 0, right: 0, possibleRight: 0 },
    questions: [],
    players: [],
  },
};

const summary: SummaryReply = {
  title: reply.title,
  endedAt: '2026-11-29T18:40:00Z',
  summary: {
    totals: reply.report.totals,
    hardest: reply.report.hardest,
    questions: questions
      .filter(({ isSkipped }) => !isSkipped)
      .map(({ round, type, prompt, isScored, counts, times }) => ({ round, type, prompt, isScored, counts, times })),
  },
};

const games: ListedGame[] = [
  { id: '1', code: 'K7P2XQ', title: reply.title, createdAt: reply.createdAt, isOver: false, isOwn: true, players: 52 },
  {
    id: '2',
    code: 'M3R9TB',
    title: null,
    createdAt: '2026-11-28T09:00:00Z',
    isOver: false,
    isOwn: false,
    players: null,
  },
  {
    id: '3',
    code: 'Q8W4ZN',
    title: 'Geography',
    createdAt: '2026-11-20T09:00:00Z',
    isOver: true,
    isOwn: true,
    players: 1,
  },
];

const months: MonthFigures[] = [202512, 202601, 202603, 202604, 202606, 202609, 202610, 202611].map((month, index) => ({
  month,
  games: 1 + ((index * 5) % 7),
  players: 24 + index * 31,
  right: 210 + index * 260,
  asked: 480 + index * 410,
}));
const period = { from: '2025-12-01', to: '2026-11-30', months };

const hostTrend: HostTrend = {
  ...period,
  quizzes: [
    { quizId: '1', title: reply.title, isAuthor: true, games: 14, players: 702, right: 6_120, asked: 9_880 },
    {
      quizId: '2',
      title: 'Geography of the Old and New Worlds, from A to Z',
      isAuthor: false,
      games: 1,
      players: 1,
      right: 0,
      asked: 12,
    },
    { quizId: '3', isAuthor: false, games: 3, players: 90, right: 440, asked: 1_000 },
  ],
};

const quizTrend: QuizTrend = {
  ...period,
  title: reply.title,
  questions: questions
    .filter(({ isSkipped, type }) => !isSkipped && type !== 'slide')
    .map(({ round, type, prompt, isScored, counts }) => ({
      fingerprint: String(round),
      type,
      prompt,
      isScored,
      isCurrent: round % 3 !== 1,
      firstAt: '2025-12-03T18:00:00Z',
      lastAt: '2026-11-29T18:40:00Z',
      games: 1 + round,
      counts,
    })),
};

export type ReportStory =
  | { kind: 'games'; games: readonly ListedGame[]; search: string }
  | { kind: 'gameReport'; reply: ReportReply; token: string | null }
  | { kind: 'summary'; reply: SummaryReply }
  | { kind: 'trend'; trend: QuizTrend | HostTrend };

/** Games that were hosted, their reports, and what is shared of them. */
export const reportStories: Record<string, Story> = {
  games: { kind: 'games', games, search: '' },
  'games-none': { kind: 'games', games: [], search: '' },
  'games-none-found': { kind: 'games', games: [], search: 'volcanoes' },
  report: { kind: 'gameReport', reply, token: null },
  'report-shared': { kind: 'gameReport', reply, token: 'abcdefghijklmnopqrstuvwxyz012345' },
  'report-survivor': { kind: 'gameReport', reply: survivor, token: null },
  'report-race': { kind: 'gameReport', reply: ofMode({ kind: 'race', points: 9_000 }), token: null },
  'report-confidence': { kind: 'gameReport', reply: confidence, token: null },
  'report-live': { kind: 'gameReport', reply: live, token: null },
  'report-empty': { kind: 'gameReport', reply: empty, token: null },
  summary: { kind: 'summary', reply: summary },
  trend: { kind: 'trend', trend: hostTrend },
  'trend-quiz': { kind: 'trend', trend: quizTrend },
  'trend-none': { kind: 'trend', trend: { ...hostTrend, months: [], quizzes: [] } },
};
