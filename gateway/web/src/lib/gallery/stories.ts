import type { Absence } from '$lib/game/absence';
import type { PlayerState } from '$lib/game/player-state';
import type { HostState } from '$lib/game/host-state';
import { lobby, result, reveal, session } from '$lib/game/samples';
import type { ExportFormat } from '$lib/net/exporting';
import type { RestRefusal } from '$lib/net/http';
import type { LinkStatus } from '$lib/net/link';
import type { PlayerStage } from '$lib/net/player-client.svelte';
import type { ExportLosses, QuizDocument, QuizSummary, RefusalBody } from '$lib/contract';
import type { WindowName } from '$lib/host/HostWindow.svelte';
import type { MergeNote } from '$lib/author/merge';
import type { SaveState } from '$lib/author/save-state';
import type { Reactions } from '$lib/reactions/reactions.svelte';
import type { Shared } from '$lib/share/sharing';
import * as fixture from './fixtures';
import { mediaStories } from './media-stories';
import { markupStories } from './markup-stories';
import { modeStories } from './mode-stories';
import { powerUpStories } from './power-up-stories';
import { delightStories } from './delight-stories';
import { questionStories } from './question-stories';
import { reportStories, type ReportStory } from './report-stories';

const { player, host, openAsking, options, podium, refusal, lines, results, teams, longName, longPrompt, nowMs } =
  fixture;

interface PlayerStory {
  kind: 'player';
  game: PlayerState;
  status?: LinkStatus;
}
interface HostStory {
  kind: 'host' | 'projector' | 'remote';
  game: HostState;
  status?: LinkStatus;
  refusal?: RefusalBody;
  window?: WindowName;
  managed?: number;
  absence?: Absence;
  reactions?: Reactions;
}
interface EntryStory {
  kind: 'entry';
  stage: Exclude<PlayerStage, { kind: 'playing' }>;
  lost?: boolean;
  blocked?: boolean;
  handingOver?: boolean;
}
interface EditorStory {
  kind: 'editor';
  quiz: QuizDocument;
  save: SaveState;
  /** The note of a merge: the places of the questions that are there twice, and other texts. */
  note?: Omit<MergeNote, 'questions'> & { places: readonly (readonly [own: number, other: number])[] };
  /** The places of the questions that were changed elsewhere. */
  news?: readonly number[];
  /** A draft that a closed tab left behind. */
  offer?: QuizDocument;
}
interface ShareStory {
  kind: 'share';
  title: string;
  shared: Shared;
}
interface ExportStory {
  kind: 'export';
  title: string;
  format: ExportFormat;
  losses: ExportLosses | null;
  refusal?: RestRefusal;
}
interface RemoveManyStory {
  kind: 'removeMany';
  count: number;
  asks: boolean;
}
export interface LibraryStory {
  kind: 'mediaLibrary';
  isEmpty?: boolean;
  /** Whether the texts of a medium are being written. */
  isEdited?: boolean;
}
interface PublicStory {
  kind: 'public';
  quizzes: readonly QuizSummary[] | null;
  search: string;
}
interface SharedQuizStory {
  kind: 'sharedQuiz';
  summary: QuizSummary;
  quiz: QuizDocument | null;
}
interface PageStory {
  kind:
    | 'join'
    | 'library'
    | 'libraryEmpty'
    | 'libraryFiltered'
    | 'importPreview'
    | 'importNothing'
    | 'importWarning'
    | 'importMissingMedia'
    | 'importBinary'
    | 'importFailed'
    | 'importDone'
    | 'launch'
    | 'launchShared'
    | 'libraryForget'
    | 'notFound'
    | 'signIn'
    | 'signInRefused'
    | 'signInCode'
    | 'reset'
    | 'resetRefused'
    | 'resetDone'
    | 'forgotten'
    | 'forgottenDone'
    | 'confirmAddress'
    | 'invitation'
    | 'register'
    | 'account'
    | 'administration'
    | 'administrationEmpty'
    | 'accountUnfolded'
    | 'board'
    | 'boardEmpty'
    | 'profile'
    | 'profileNew'
    | 'award'
    | 'sharedMissing'
    | 'shareNeedsAccount'
    | 'signedOut'
    | 'missingPart'
    | 'accountByTwitch'
    | 'hostRefused';
}
export type Story =
  | PlayerStory
  | HostStory
  | EntryStory
  | EditorStory
  | ShareStory
  | ExportStory
  | RemoveManyStory
  | LibraryStory
  | PublicStory
  | ReportStory
  | SharedQuizStory
  | PageStory;

const summary = {
  code: 'K7P2XQ',
  title: 'Around the world in ten questions',
  playerCount: 12,
  teams: 0,
  isForTeams: false,
};
const ready = (points: number) =>
  ({ kind: 'getReady', round: 2, type: 'singleChoice', points, endsAtMs: nowMs + 2_600 }) as const;
const standings = { kind: 'standings', round: 2, top: lines.slice(0, 5), endsAtMs: nowMs + 4_000 } as const;
const pending = { round: 2, answer: { kind: 'choice', option: 1 }, operationId: 'x', chosenAfterMs: 2_000 } as const;
const newest = fixture.roster.map((line) => line.nickname);
const own = { nickname: 'Swift Otter', score: 1_840, rank: 12, previousRank: 15, toNext: 60 };

/** Every screen in every state, by name. */
export const stories: Record<string, Story> = {
  join: { kind: 'join' },
  'not-found': { kind: 'notFound' },
  'entry-finding': { kind: 'entry', stage: { kind: 'finding' } },
  'entry-finding-blocked': { kind: 'entry', stage: { kind: 'finding', untilMs: nowMs + 20_000 } },
  'entry-network-blocks': { kind: 'entry', stage: { kind: 'finding' }, lost: true, blocked: true },
  'entry-finding-lost': { kind: 'entry', stage: { kind: 'finding' }, lost: true },
  'entry-unknown': { kind: 'entry', stage: { kind: 'notFound', refusal: refusal('unknownSession') } },
  'entry-name': {
    kind: 'entry',
    stage: { kind: 'naming', summary, nickname: '', refusal: null, busy: false, seated: null },
  },
  'entry-name-taken': {
    kind: 'entry',
    stage: { kind: 'naming', summary, nickname: 'Ada', refusal: refusal('nicknameTaken'), busy: false, seated: null },
  },
  'entry-name-busy': {
    kind: 'entry',
    stage: { kind: 'naming', summary, nickname: longName, refusal: null, busy: true, seated: null },
  },
  'entry-name-teams': {
    kind: 'entry',
    stage: {
      kind: 'naming',
      summary: { ...summary, teams: 8 },
      nickname: 'Ada',
      refusal: null,
      busy: false,
      seated: null,
    },
  },
  'entry-name-seated': {
    kind: 'entry',
    stage: { kind: 'naming', summary, nickname: 'Ada', refusal: null, busy: false, seated: longName },
  },
  'entry-locked': { kind: 'entry', stage: { kind: 'closed', refusal: refusal('sessionLocked') } },
  'entry-over': { kind: 'entry', stage: { kind: 'closed', refusal: refusal('sessionEnded') } },
  'entry-name-teams-long': {
    kind: 'entry',
    stage: {
      kind: 'naming',
      summary: { ...summary, title: longPrompt.slice(0, 120), teams: 4 },
      nickname: 'Ada',
      refusal: null,
      busy: false,
      seated: null,
    },
  },
  'entry-queued': { kind: 'entry', stage: { kind: 'queued', summary, place: 1234, untilMs: nowMs + 3_000 } },
  'entry-kicked': { kind: 'entry', stage: { kind: 'out', reason: 'kicked' } },
  'entry-handover': {
    kind: 'entry',
    stage: { kind: 'closed', refusal: refusal('sessionLocked') },
    handingOver: true,
  },
  'entry-handed-over': { kind: 'entry', stage: { kind: 'out', reason: 'handedOver' } },
  'entry-replaced': { kind: 'entry', stage: { kind: 'out', reason: 'replaced' } },

  'player-lobby': { kind: 'player', game: player(session(lobby(newest), { playerCount: 20 })) },
  'player-lobby-team': {
    kind: 'player',
    game: player(session(lobby(newest), { playerCount: 20, teams: fixture.newTeams }), { team: 1 }),
  },
  'player-lobby-alone': {
    kind: 'player',
    game: player(session(lobby([longName]), { playerCount: 1 }), { nickname: longName }),
  },
  'player-lobby-unapproved': {
    kind: 'player',
    game: player(session(lobby(newest), { playerCount: 20 }), { approved: false }),
  },
  'player-lobby-lost': { kind: 'player', game: player(session(lobby(newest))), status: 'lost' },
  'player-get-ready': { kind: 'player', game: player(session(ready(1000)), own) },
  'player-get-ready-double': { kind: 'player', game: player(session(ready(2000)), own) },
  'player-asking-2': {
    kind: 'player',
    game: player(session(openAsking({ task: fixture.trueFalse })), own),
  },
  'player-asking-4': { kind: 'player', game: player(session(openAsking()), own) },
  'player-asking-8': { kind: 'player', game: player(session(openAsking(options(8))), own) },
  'player-asking-long': { kind: 'player', game: player(session(openAsking(options(4, 'long'))), own) },
  'player-asking-wordy': { kind: 'player', game: player(session(openAsking(fixture.wordy)), own) },
  'player-asking-long-8': { kind: 'player', game: player(session(openAsking(options(8, 'long'))), own) },
  'player-asking-early': {
    kind: 'player',
    game: player(session(openAsking({ opensAtMs: nowMs + 500, closesAtMs: nowMs + 20_500 })), own),
  },
  'player-asking-soon': { kind: 'player', game: player(session(openAsking({ closesAtMs: nowMs + 3_200 })), own) },
  'player-asking-more-time': {
    kind: 'player',
    game: player(session(openAsking({ overtime: true, closesAtMs: nowMs - 100 })), { ...own, time: 'double' }),
  },
  'player-asking-untimed': { kind: 'player', game: player(session(openAsking({ untimed: true })), own) },
  'player-asking-overtime': {
    kind: 'player',
    game: player(session(openAsking({ overtime: true, closesAtMs: nowMs - 100 })), own),
  },
  'player-asking-late': { kind: 'player', game: player(session(openAsking({ closesAtMs: nowMs - 100 })), own) },
  'player-asking-sending': {
    kind: 'player',
    game: player(session(openAsking()), own, { pending: { ...pending, status: 'sending' } }),
    status: 'lost',
  },
  'player-asking-locked': {
    kind: 'player',
    game: player(session(openAsking()), own, { pending: { ...pending, status: 'accepted' } }),
  },
  'player-asking-locked-long': {
    kind: 'player',
    game: player(session(openAsking(options(4, 'long'))), own, { pending: { ...pending, status: 'accepted' } }),
  },
  'player-asking-refused': {
    kind: 'player',
    game: player(session(openAsking({ closesAtMs: nowMs - 100 })), own, {
      pending: { ...pending, status: 'refused', refusal: refusal('tooLate') },
    }),
  },
  'player-paused': { kind: 'player', game: player(session(openAsking(), { pausedAtMs: nowMs }), own) },
  'player-asking-lost': { kind: 'player', game: player(session(openAsking()), own), status: 'lost' },
  'player-asking-checking': { kind: 'player', game: player(session(openAsking()), own), status: 'checking' },
  'player-hold-on': { kind: 'player', game: player(session(openAsking(), { suspendedSinceMs: nowMs }), own) },
  'player-host-away': { kind: 'player', game: player(session(openAsking(), { hostAway: true }), own) },
  'player-result-right': {
    kind: 'player',
    game: player(session(reveal(2, { explanation: 'The Seine crosses the city from east to west for 13 km.' })), {
      ...own,
      streak: 3,
      result: result(2, { points: 934, streakBonus: 200 }),
    }),
  },
  'player-result-wrong': {
    kind: 'player',
    game: player(session(reveal(2)), {
      ...own,
      result: result(2, { verdict: 'wrong', points: 0, answer: { kind: 'choice', option: 1 } }),
    }),
  },
  'player-result-none': {
    kind: 'player',
    game: player(session(reveal(2)), {
      ...own,
      result: result(2, { verdict: 'wrong', points: 0, answer: null, elapsedMs: null }),
    }),
  },
  'player-result-missed': {
    kind: 'player',
    game: player(
      session(reveal(2)),
      { ...own, result: result(2, { verdict: 'wrong', points: 0, answer: null, elapsedMs: null }) },
      { pending: { ...pending, status: 'refused', refusal: refusal('tooLate') }, tried: [2] },
    ),
  },
  'player-result-delayed': {
    kind: 'player',
    game: player(
      session(reveal(2)),
      { ...own, result: result(2, { points: 885, elapsedMs: 4_600 }) },
      { pending: { ...pending, chosenAfterMs: 3_000, status: 'accepted' } },
    ),
  },
  'player-result-joined': { kind: 'player', game: player(session(reveal(2)), { firstRound: 3 }) },
  'player-standings-missed': {
    kind: 'player',
    game: player(
      session(standings),
      { ...own, result: result(2, { verdict: 'wrong', points: 0, answer: null, elapsedMs: null }) },
      { tried: [2] },
    ),
  },
  'player-result-long': {
    kind: 'player',
    game: player(
      session(
        reveal(2, {
          ...options(8, 'long'),
          key: { kind: 'options', correct: [0, 3] },
          tally: { kind: 'counts', counts: [1, 2, 3, 4, 5, 6, 7, 8] },
        }),
      ),
      {
        ...own,
        rank: 1,
        toNext: 0,
        result: result(2, { verdict: 'wrong', points: 0, answer: { kind: 'choice', option: 1 } }),
      },
    ),
  },
  'player-result-pending': { kind: 'player', game: player(session(reveal(2)), own) },
  'player-standings': { kind: 'player', game: player(session(standings), own) },
  'player-standings-top': { kind: 'player', game: player(session(standings), { ...own, seat: 12, rank: 3 }) },
  'player-standings-team': {
    kind: 'player',
    game: player(session({ ...standings, top: fixture.teamedLines(standings.top) }, { teams }), { ...own, team: 5 }),
  },
  'player-podium-teams': {
    kind: 'player',
    game: player(session(podium({ podium: fixture.teamedLines(lines) }), { teams }), { ...own, team: 0 }, { results }),
  },
  'player-podium-won': {
    kind: 'player',
    game: player(session(podium()), { ...own, seat: 10, rank: 1, score: 9_420 }, { results }),
  },
  'player-podium': { kind: 'player', game: player(session(podium()), own, { results }) },
  'player-look-up': { kind: 'player', game: player(session(podium({ finale: fixture.finale })), own, { results }) },
  'player-podium-series': {
    kind: 'player',
    game: player(
      session(podium(), { series: { number: 3, top: lines, teams: [] } }),
      { ...own, series: { points: 21_480, rank: 4 } },
      { results },
    ),
  },
  'player-podium-late': {
    kind: 'player',
    game: player(session(podium()), { ...own, firstRound: 2 }, { results: results.slice(2), tried: [5] }),
  },
  'player-podium-ended': {
    kind: 'player',
    game: player(session(podium({ reason: 'endedByHost', podium: lines.slice(0, 2), rounds: [] })), own),
  },
  'player-podium-zero': {
    kind: 'player',
    game: player(session(podium({ podium: fixture.scored(0, 0, 0) })), { ...own, seat: 10, rank: 1, score: 0 }),
  },
  'player-podium-two': {
    kind: 'player',
    game: player(session(podium({ podium: fixture.scored(900, 800) })), { ...own, seat: 11, rank: 2, score: 800 }),
  },
  'player-podium-abandoned': {
    kind: 'player',
    game: player(session(podium({ reason: 'abandoned', podium: [], rounds: [] }))),
  },

  library: { kind: 'library' },
  'library-empty': { kind: 'libraryEmpty' },
  'library-filtered': { kind: 'libraryFiltered' },
  'media-library': { kind: 'mediaLibrary' },
  'media-library-empty': { kind: 'mediaLibrary', isEmpty: true },
  'media-library-edit': { kind: 'mediaLibrary', isEdited: true },
  'import-preview': { kind: 'importPreview' },
  'import-nothing': { kind: 'importNothing' },
  'import-warning': { kind: 'importWarning' },
  'import-missing-media': { kind: 'importMissingMedia' },
  'import-binary': { kind: 'importBinary' },
  'import-failed': { kind: 'importFailed' },
  'import-done': { kind: 'importDone' },
  editor: { kind: 'editor', quiz: fixture.writtenQuiz(), save: { kind: 'saved' } },
  'editor-new': { kind: 'editor', quiz: fixture.blank, save: { kind: 'unstored', kept: true } },
  'editor-offer': {
    kind: 'editor',
    quiz: fixture.blank,
    save: { kind: 'unstored', kept: true },
    offer: fixture.writtenQuiz(),
  },
  'editor-long': {
    kind: 'editor',
    quiz: fixture.writtenQuiz({ title: longPrompt.slice(0, 120), questions: fixture.longFirst }),
    save: { kind: 'saving' },
  },
  'editor-unsound': { kind: 'editor', quiz: fixture.unsoundQuiz, save: { kind: 'unsound', kept: true } },
  'editor-offline': { kind: 'editor', quiz: fixture.writtenQuiz(), save: { kind: 'offline', kept: true } },
  'editor-not-kept': { kind: 'editor', quiz: fixture.writtenQuiz(), save: { kind: 'offline', kept: false } },
  'editor-merged': {
    kind: 'editor',
    quiz: fixture.mergedQuiz,
    save: { kind: 'waiting' },
    note: { places: [[0, 1]], title: 'The world in ten questions', description: 'For class 7b.' },
    news: [1, 2],
  },
  'editor-refused': { kind: 'editor', quiz: fixture.writtenQuiz(), save: { kind: 'refused', code: 'outOfRange' } },
  'share-private': {
    kind: 'share',
    title: 'Geography',
    shared: { visibility: 'private', owner: null, coAuthors: [], invitations: null },
  },
  'share-link': {
    kind: 'share',
    title: longPrompt.slice(0, 120),
    shared: {
      visibility: 'unlisted',
      owner: null,
      coAuthors: ['Grace', longName],
      invitations: [
        { id: '1', address: 'g•••@example.org', createdAt: '2026-11-29T18:00:00Z', expiresAt: '2026-12-06T18:00:00Z' },
        {
          id: '2',
          address: 'm•••@a-school-with-a-very-long-name-of-its-own.example.org',
          createdAt: '2026-11-29T18:00:00Z',
          expiresAt: '2026-12-06T18:00:00Z',
        },
      ],
    },
  },
  'share-co-author': {
    kind: 'share',
    title: 'Geography',
    shared: { visibility: 'public', owner: longName, coAuthors: ['Ada', 'Grace'], invitations: null },
  },
  'export-complete': {
    kind: 'export',
    title: 'Geography',
    format: 'csv',
    losses: { questionCount: 12, leftOut: 0, losses: [] },
  },
  'export-losses': {
    kind: 'export',
    title: longPrompt.slice(0, 120),
    format: 'kahoot',
    losses: fixture.exportLosses,
  },
  'export-nothing': {
    kind: 'export',
    title: 'Feedback',
    format: 'gift',
    losses: { questionCount: 3, leftOut: 3, losses: [{ kind: 'leftOut', type: 'poll', count: 3 }] },
  },
  'export-refused': {
    kind: 'export',
    title: 'Geography',
    format: 'qti',
    losses: null,
    refusal: { code: 'overloaded', retryAfterMs: 5_000, traceId: null },
  },
  'share-needs-account': { kind: 'shareNeedsAccount' },
  'signed-out': { kind: 'signedOut' },
  'missing-part': { kind: 'missingPart' },
  'public-quizzes': {
    kind: 'public',
    quizzes: fixture.quizzes.map((quiz) => ({ ...quiz, visibility: 'public', owner: longName })),
    search: '',
  },
  'public-none': { kind: 'public', quizzes: [], search: longPrompt.slice(0, 120) },
  'public-loading': { kind: 'public', quizzes: null, search: '' },
  'shared-quiz': {
    kind: 'sharedQuiz',
    summary: fixture.sharedSummary,
    quiz: fixture.writtenQuiz({ description: longPrompt }),
  },
  'shared-in-play': { kind: 'sharedQuiz', summary: fixture.sharedSummary, quiz: null },
  'shared-missing': { kind: 'sharedMissing' },
  launch: { kind: 'launch' },
  'launch-shared': { kind: 'launchShared' },
  'library-forget': { kind: 'libraryForget' },
  'sign-in': { kind: 'signIn' },
  'sign-in-refused': { kind: 'signInRefused' },
  'sign-in-code': { kind: 'signInCode' },
  reset: { kind: 'reset' },
  'reset-refused': { kind: 'resetRefused' },
  'reset-done': { kind: 'resetDone' },
  forgotten: { kind: 'forgotten' },
  'forgotten-done': { kind: 'forgottenDone' },
  'confirm-address': { kind: 'confirmAddress' },
  invitation: { kind: 'invitation' },
  register: { kind: 'register' },
  account: { kind: 'account' },
  administration: { kind: 'administration' },
  'administration-empty': { kind: 'administrationEmpty' },
  'account-unfolded': { kind: 'accountUnfolded' },
  board: { kind: 'board' },
  'board-empty': { kind: 'boardEmpty' },
  profile: { kind: 'profile' },
  'profile-new': { kind: 'profileNew' },
  award: { kind: 'award' },
  'account-by-twitch': { kind: 'accountByTwitch' },
  'host-refused': { kind: 'hostRefused' },
  'host-lobby-empty': { kind: 'host', game: fixture.without(host(session(lobby(), { playerCount: 0 }), 0), 'start') },
  'host-lobby': { kind: 'host', game: host(session(lobby(newest), { playerCount: 20 })) },
  'host-lobby-locked': {
    kind: 'host',
    game: host(session(lobby(newest), { playerCount: 20, locked: true, title: longPrompt.slice(0, 120) })),
  },
  'host-lobby-teams': {
    kind: 'host',
    game: fixture.teamedHost(session(lobby(newest), { playerCount: 20, teams: fixture.newTeams })),
  },
  'host-lobby-teams-8': {
    kind: 'host',
    game: fixture.teamedHost(session(lobby(newest), { playerCount: 20, teams })),
  },
  'host-get-ready': { kind: 'host', game: host(session(ready(2000))) },
  'host-asking-2': { kind: 'host', game: host(session(openAsking({ task: fixture.trueFalse }))) },
  'host-asking-4': { kind: 'host', game: host(session(openAsking())) },
  'host-asking-8': { kind: 'host', game: host(session(openAsking(options(8)))) },
  'host-asking-long': { kind: 'host', game: host(session(openAsking(options(4, 'long')))) },
  'host-asking-long-8': { kind: 'host', game: host(session(openAsking(options(8, 'long')))) },
  'host-asking-paused': { kind: 'host', game: host(session(openAsking(), { pausedAtMs: nowMs, autoAdvance: true })) },
  'host-hold-on': { kind: 'host', game: host(session(openAsking(), { suspendedSinceMs: nowMs })) },
  'host-asking-lost': { kind: 'host', game: host(session(openAsking())), status: 'lost' },
  'host-asking-stopped': { kind: 'host', game: host(session(openAsking())), status: 'stopped' },
  'host-asking-refused': { kind: 'host', game: host(session(openAsking())), refusal: refusal('notNow') },
  'host-reveal': {
    kind: 'host',
    game: host(session(reveal(2, { explanation: 'The Seine crosses the city from east to west for 13 km.' }))),
  },
  'host-reveal-8': {
    kind: 'host',
    game: host(
      session(
        reveal(2, {
          ...options(8),
          key: { kind: 'options', correct: [0] },
          tally: { kind: 'counts', counts: [1, 2, 3, 4, 5, 6, 7, 8] },
        }),
      ),
    ),
  },
  'host-reveal-long': {
    kind: 'host',
    game: host(
      session(
        reveal(2, {
          ...options(8, 'long'),
          key: { kind: 'options', correct: [3] },
          tally: { kind: 'counts', counts: [1, 2, 3, 4, 5, 6, 7, 8] },
        }),
      ),
    ),
  },
  'host-standings': { kind: 'host', game: host(session(standings, { autoAdvance: true })) },
  'host-standings-teams': {
    kind: 'host',
    game: fixture.teamedHost(session({ ...standings, top: fixture.teamedLines(standings.top) }, { teams })),
  },
  'host-podium-teams': {
    kind: 'host',
    game: fixture.teamedHost(session(podium({ podium: fixture.teamedLines(lines) }), { teams })),
  },
  'host-podium-series-teams': {
    kind: 'host',
    game: fixture.teamedHost(
      session(podium({ podium: fixture.teamedLines(lines) }), {
        teams,
        series: { number: 3, top: fixture.teamedLines(lines), teams },
      }),
    ),
  },
  'host-podium-series': {
    kind: 'host',
    game: host(session(podium(), { series: { number: 3, top: lines, teams: [] } })),
  },
  'host-podium': { kind: 'host', game: host(session(podium())) },
  'host-podium-finale': { kind: 'host', game: host(session(podium({ finale: fixture.finale }))) },
  'host-podium-tied': { kind: 'host', game: host(session(podium({ podium: fixture.scored(900, 900, 900) }))) },
  'host-podium-two': { kind: 'host', game: host(session(podium({ podium: fixture.scored(900, 800) }))) },
  'host-podium-zero': { kind: 'host', game: host(session(podium({ podium: fixture.scored(0, 0, 0, 0) }))) },
  'host-podium-nobody': {
    kind: 'host',
    game: host(session(podium({ reason: 'abandoned', podium: [], rounds: [] })), 0),
  },
  'host-roster': { kind: 'host', game: host(session(openAsking())), window: 'roster' },
  'host-roster-care': { kind: 'host', game: host(session(lobby(newest))), window: 'roster', managed: 18 },
  'host-roster-team': {
    kind: 'host',
    game: fixture.teamedHost(session(lobby(newest), { teams: fixture.newTeams })),
    window: 'roster',
    managed: 18,
  },
  'host-roster-waiting': {
    kind: 'remote',
    game: fixture.waitingHost(session(lobby(newest))),
    window: 'roster',
    refusal: refusal('nicknameTaken'),
  },
  'host-roster-hidden': { kind: 'host', game: fixture.waitingHost(session(lobby(newest))), window: 'roster' },
  'host-remove-many': { kind: 'removeMany', count: 2, asks: false },
  'host-remove-many-sure': { kind: 'removeMany', count: 2, asks: true },
  'host-remove-thousands-sure': { kind: 'removeMany', count: 1_999, asks: true },
  'host-lobby-waiting': {
    kind: 'host',
    game: fixture.waitingHost(session(lobby(newest), { playerCount: 20 })),
  },
  'remote-lobby-empty': {
    kind: 'remote',
    game: fixture.without(host(session(lobby(), { playerCount: 0 }), 0), 'start'),
  },
  'host-asking-untimed': {
    kind: 'host',
    game: fixture.without(host(session(openAsking({ untimed: true }))), 'extend'),
  },
  'host-asking-overtime': {
    kind: 'host',
    game: fixture.without(host(session(openAsking({ overtime: true, closesAtMs: nowMs - 100 }))), 'extend'),
  },
  'host-skipped': { kind: 'host', game: host(session(ready(1000), { skippedRound: 1 })) },
  'host-skipped-last': { kind: 'host', game: host(session(standings, { skippedRound: 2 })) },
  'host-lobby-expiring': {
    kind: 'host',
    game: host(session(lobby(newest), { playerCount: 20, expiresAtMs: nowMs + 9.5 * 60_000 })),
  },
  'host-reveal-absent': {
    kind: 'host',
    game: host(session(reveal(2))),
    absence: { awayMs: 180_000, outcome: 'closed', round: 2 },
  },
  'remote-skipped': { kind: 'remote', game: host(session(ready(1000), { skippedRound: 1 })) },
  'remote-paused-absent': {
    kind: 'remote',
    game: host(session(openAsking(), { pausedAtMs: nowMs, expiresAtMs: nowMs + 60_000 })),
    absence: { awayMs: 45_000, outcome: 'waited', round: 2 },
  },
  'host-devices': { kind: 'host', game: host(session(lobby(newest))), window: 'devices' },
  'host-help': { kind: 'host', game: host(session(lobby(newest))), window: 'help' },
  'host-end': { kind: 'host', game: host(session(openAsking())), window: 'end' },

  'screen-lobby': { kind: 'projector', game: host(session(lobby(newest), { playerCount: 20 })) },
  'screen-asking-long': { kind: 'projector', game: host(session(openAsking(options(8, 'long')))) },
  'screen-asking-wordy': { kind: 'projector', game: host(session(openAsking(options(4, 'long')))) },
  'screen-reveal-wordy': { kind: 'projector', game: host(session(reveal(2, options(4, 'long')))) },
  'screen-asking-4': { kind: 'projector', game: host(session(openAsking())) },
  'screen-asking-8': { kind: 'projector', game: host(session(openAsking(options(8)))) },
  'screen-reveal': { kind: 'projector', game: host(session(reveal(2))) },
  'screen-standings': { kind: 'projector', game: host(session(standings)) },
  'screen-paused': { kind: 'projector', game: host(session(openAsking(), { pausedAtMs: nowMs })) },
  'screen-lost': { kind: 'projector', game: host(session(openAsking())), status: 'lost' },
  'screen-podium': { kind: 'projector', game: host(session(podium())) },
  'screen-podium-finale': { kind: 'projector', game: host(session(podium({ finale: fixture.finale }))) },
  'remote-lobby': { kind: 'remote', game: host(session(lobby(newest), { playerCount: 20 })) },
  'remote-get-ready': { kind: 'remote', game: host(session(ready(1000))) },
  'remote-asking': { kind: 'remote', game: host(session(openAsking())) },
  'remote-asking-long': { kind: 'remote', game: host(session(openAsking(options(8, 'long')))) },
  'remote-paused': { kind: 'remote', game: host(session(openAsking(), { pausedAtMs: nowMs, autoAdvance: true })) },
  'remote-hold-on': { kind: 'remote', game: host(session(openAsking(), { suspendedSinceMs: nowMs })) },
  'remote-lost': { kind: 'remote', game: host(session(openAsking())), status: 'lost' },
  'remote-stopped': { kind: 'remote', game: host(session(openAsking())), status: 'stopped' },
  'remote-refused': { kind: 'remote', game: host(session(openAsking())), refusal: refusal('notNow') },
  'remote-reveal': { kind: 'remote', game: host(session(reveal(2))) },
  'remote-standings': { kind: 'remote', game: host(session(standings, { autoAdvance: true })) },
  'remote-standings-teams': {
    kind: 'remote',
    game: fixture.teamedHost(session({ ...standings, top: fixture.teamedLines(standings.top) }, { teams })),
  },
  'remote-podium': { kind: 'remote', game: host(session(podium())) },
  ...questionStories,
  ...reportStories,
  ...mediaStories,
  ...markupStories,
  ...modeStories,
  ...powerUpStories,
  ...delightStories,
};
