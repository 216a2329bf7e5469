// The hub contract and the REST bodies as TypeScript: one exported type per C# type, same names, in the form they have on
// the wire (camelCase, enums as strings, Guid and DateTimeOffset as strings, instants as Unix milliseconds of the server).

// Arena.Game: vocabulary

export type Refusal =
  | 'unknownSession'
  | 'codeTaken'
  | 'sessionFull'
  | 'sessionLocked'
  | 'noLateJoin'
  | 'sessionEnded'
  | 'kicked'
  | 'unknownSeat'
  | 'nicknameEmpty'
  | 'nicknameTooLong'
  | 'nicknameTaken'
  | 'unknownOption'
  | 'tooEarly'
  | 'tooLate'
  | 'alreadyAnswered'
  | 'paused'
  | 'notNow'
  | 'outOfRange'
  | 'notHost'
  | 'notSeated'
  | 'invalidToken'
  | 'invalidMessage'
  | 'unknownQuiz'
  | 'invalidQuiz'
  | 'queued'
  | 'tooFast'
  | 'tooManySessions'
  | 'overloaded'
  | 'unavailable'
  | 'outcomeUnknown'
  | 'signInFailed'
  | 'nameInvalid'
  | 'nameTaken'
  | 'passwordTooWeak'
  | 'httpsRequired'
  | 'notAllowed'
  | 'unknownUser';

export type QuestionType = 'singleChoice' | 'trueFalse';

export type ScoringFormula = 'speed' | 'flat';

export type EndReason = 'completed' | 'endedByHost' | 'abandoned';

export interface SessionSettings {
  formula: ScoringFormula;
  streakBonus: boolean;
  lateJoin: boolean;
  autoAdvance: boolean;
  questionCount?: number;
  shuffle?: boolean;
  getReadyMs?: number;
  revealMs?: number;
  standingsMs?: number;
  maxPlayers?: number;
}

// Arena.Game: views

export interface SessionView {
  code: string;
  title: string;
  step: number;
  questionCount: number;
  playerCount: number;
  locked: boolean;
  autoAdvance: boolean;
  pausedAtMs: number | null;
  hostAway: boolean;
  heldSinceMs: number | null;
  phase: PhaseView;
}

export type PhaseView = LobbyView | GetReadyView | AskingView | RevealView | StandingsView | PodiumView;

export interface LobbyView {
  kind: 'lobby';
  newest: string[];
}

export interface GetReadyView {
  kind: 'getReady';
  round: number;
  type: QuestionType;
  points: number;
  endsAtMs: number;
}

export interface AskingView {
  kind: 'asking';
  round: number;
  type: QuestionType;
  prompt: string;
  options: string[];
  points: number;
  opensAtMs: number;
  closesAtMs: number;
}

export interface RevealView {
  kind: 'reveal';
  round: number;
  prompt: string;
  options: string[];
  correct: number[];
  counts: number[];
  explanation: string | null;
  endsAtMs: number | null;
}

export interface StandingsView {
  kind: 'standings';
  round: number;
  top: StandingLine[];
  endsAtMs: number | null;
}

export interface PodiumView {
  kind: 'podium';
  reason: EndReason;
  podium: StandingLine[];
  rounds: RoundSummary[];
}

export interface StandingLine {
  seat: number;
  nickname: string;
  score: number;
  rank: number;
  previousRank: number | null;
  streak: number;
}

export interface RoundSummary {
  round: number;
  prompt: string;
  answered: number;
  correct: number;
  skipped: boolean;
}

export interface SeatView {
  seat: number;
  nickname: string;
  score: number;
  streak: number;
  rank: number;
  previousRank: number | null;
  toNext: number;
  chosen: number | null;
  result: RoundResult | null;
}

export interface RoundResult {
  round: number;
  choice: number | null;
  correct: boolean;
  points: number;
  streakBonus: number;
  elapsedMs: number | null;
}

export interface RosterLine {
  seat: number;
  nickname: string;
  score: number;
  connected: boolean;
  answered: boolean;
  kicked: boolean;
}

export interface HostView {
  answered: number;
  connected: number;
  changed: RosterLine[];
}

// Arena.GrainInterfaces: commands

export type HostAction =
  | 'start'
  | 'advance'
  | 'skip'
  | 'extend'
  | 'pause'
  | 'resume'
  | 'lock'
  | 'unlock'
  | 'autoAdvanceOn'
  | 'autoAdvanceOff'
  | 'kick'
  | 'end';

export interface HostCommand {
  operationId: string;
  action: HostAction;
  step: number;
  value: number;
}

export interface SessionSummary {
  code: string;
  title: string;
  playerCount: number;
}

export interface Acknowledged {
  round: number;
  choice: number;
}

export interface Done {
  step: number;
}

// Arena.Gateway.Play: messages

export interface Reply<T> {
  value: T | null;
  refusal: RefusalBody | null;
}

export interface RefusalBody {
  code: Refusal;
  retryAfterMs: number | null;
  place: number | null;
  traceId: string | null;
}

export interface JoinRequest {
  code: string;
  nickname: string;
  operationId: string;
}

export interface ResumeRequest {
  seatToken: string;
}

export interface AnswerRequest {
  round: number;
  choice: number;
  operationId: string;
}

export interface AttachRequest {
  hostKey: string;
}

export interface ClockReading {
  nowMs: number;
}

export interface SeatWelcome {
  seatToken: string;
  epoch: number;
  sequence: number;
  nowMs: number;
  session: SessionView;
  seat: SeatView;
  results: RoundResult[];
}

export interface HostWelcome {
  epoch: number;
  sequence: number;
  hostSequence: number;
  nowMs: number;
  session: SessionView;
  host: HostView;
}

export interface SessionFrame {
  epoch: number;
  sequence: number;
  nowMs: number;
  view: SessionView;
}

export interface SeatFrame {
  epoch: number;
  sequence: number;
  view: SeatView;
  nonce: number | null;
}

export interface HostFrame {
  epoch: number;
  hostSequence: number;
  view: HostView;
}

export interface ClosedFrame {
  reason: ClosedReason;
  reconnect: boolean;
}

export type ClosedReason = 'kicked' | 'replaced' | 'signedOut' | 'draining';

// Arena.Gateway: REST

export interface AccessTokenResponse {
  tokenType: string;
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
}

export interface QuizSummary {
  id: string;
  title: string;
  questionCount: number;
  updatedAt: string;
}

export interface ImportReply {
  id: string;
  title: string;
  questionCount: number;
  skippedQuestions: number;
  skipped: QuizError[];
}

export interface QuizError {
  line: number;
  column: number | null;
  path: string | null;
  code: QuizFault;
  text: string | null;
}

export type QuizFault =
  | 'unsupportedEncoding'
  | 'damagedText'
  | 'controlCharacter'
  | 'empty'
  | 'tooLong'
  | 'outOfRange'
  | 'brokenJson'
  | 'unknownMember'
  | 'duplicateMember'
  | 'missingMember'
  | 'wrongType'
  | 'unknownValue'
  | 'unexpectedLine'
  | 'missingAnswer'
  | 'answerNotAmongOptions'
  | 'optionOutOfOrder'
  | 'tooFewOptions'
  | 'tooManyOptions'
  | 'duplicateOption'
  | 'noCorrectOption'
  | 'severalCorrectOptions'
  | 'noQuestions'
  | 'tooManyQuestions';

export interface LaunchRequest {
  quizId: string;
  settings: SessionSettings;
}

export interface LaunchResult {
  sessionId: string;
  code: string;
  hostKey: string;
  joinUrl: string;
}

export interface ArenaProblem {
  code: Refusal;
  limit?: number | null;
}

export interface QuizProblem extends ArenaProblem {
  errors: QuizError[];
  errorCount: number;
}
