// Generated from the server's definitions by Arena.Gateway.Tests/Contract; a test there fails when the two differ, and says how to write
// this file again. One exported type per C# type, same names, in the form they have on the wire (camelCase, enums as strings, Guid and
// DateTimeOffset as strings, instants as Unix milliseconds of the server). REST leaves out absent values, the hub says null.

// The hub

export interface GameHub {
  Find(code: string): Promise<Reply<SessionSummary>>;
  SuggestName(request: SuggestNameRequest): Promise<Reply<NameSuggestion>>;
  Join(request: JoinRequest): Promise<Reply<SeatWelcome>>;
  Resume(request: ResumeRequest): Promise<Reply<SeatWelcome>>;
  TakeSeat(request: TakeSeatRequest): Promise<Reply<SeatWelcome>>;
  Answer(request: AnswerRequest): Promise<Reply<Acknowledged>>;
  UseHint(request: UseHintRequest): Promise<Reply<Done>>;
  Next(request: NextRequest): Promise<Reply<Done>>;
  UsePowerUp(request: UsePowerUpRequest): Promise<Reply<Done>>;
  ChangeFace(request: ChangeFaceRequest): Promise<Reply<Done>>;
  React(request: ReactRequest): Promise<Reply<Reacted>>;
  Pong(nonce: number): Promise<void>;
  Clock(): Promise<Reply<ClockReading>>;
  Watch(request: WatchRequest): Promise<Reply<ScreenWelcome>>;
  Attach(request: AttachRequest): Promise<Reply<HostWelcome>>;
  Command(command: HostCommandRequest): Promise<Reply<Done>>;
  OfferSeat(request: OfferSeatRequest): Promise<Reply<SeatHandover>>;
}

export interface GameClient {
  Session(frame: SessionFrame): void;
  Seat(frame: SeatFrame): void;
  Ping(nonce: number): void;
  InProgress(): void;
  Host(frame: HostFrame): void;
  Reactions(frame: ReactionsFrame): void;
  Closed(frame: ClosedFrame): void;
}

// The bounds of a game

export const gameLimits = {
  minOptions: 2,
  maxOptions: 8,
  maxQuestions: 200,
  maxQuestionsWithRepeats: 400,
  maxQuizQuestions: 5000,
  maxTitleLength: 120,
  maxTags: 10,
  maxTagLength: 30,
  maxFolderLength: 60,
  maxDescriptionLength: 1000,
  maxPromptLength: 500,
  maxOptionLength: 150,
  maxExplanationLength: 500,
  maxHintLength: 250,
  defaultHintCostPercent: 25,
  maxAcceptedTexts: 20,
  maxTypedLength: 100,
  maxOpenTextLength: 250,
  maxWords: 3,
  maxWordLength: 25,
  maxBodyLength: 1000,
  minItems: 2,
  maxItems: 8,
  maxAreas: 10,
  minCorners: 3,
  maxCorners: 20,
  minPinRadius: 0.01,
  tallyGrid: 20,
  minSteps: 2,
  maxSteps: 10,
  maxNoteLength: 30,
  maxNumber: 1000000000000,
  maxDecimals: 6,
  maxSliderSteps: 10000,
  maxTallyLines: 50,
  maxTallyBins: 20,
  maxAltLength: 250,
  maxCreditLength: 250,
  maxMediumSide: 30000,
  maxMediumSeconds: 3600,
  minTimeLimitMs: 5000,
  maxTimeLimitMs: 300000,
  defaultTimeLimitMs: 20000,
  untimedMs: 1800000,
  untimedAloneMs: 63244800000,
  maxNicknameGraphemes: 20,
  plainFaces: 512,
  faces: 4096,
  minTeams: 2,
  maxTeams: 8,
  maxPlayers: 10000,
  maxMisses: 10,
  minGoal: 1000,
  maxGoal: 100000,
  maxTalkMs: 60000,
  stakeStep: 250,
  maxStake: 1000,
  maxPowerUps: 3,
  powerUpStreak: 3,
  comebackPause: 2,
  maxExtendMs: 60000,
  repeatGuardMs: 500,
  undoMs: 5000,
  defaultIdleExpiryMs: 7200000,
  idleWarningMs: 600000,
  minInterludeMs: 500,
  maxInterludeMs: 120000,
  maxFinaleMs: 20000,
} as const;

// The times of a connection

export const connectionTimings = {
  proxyIdleMs: 30000,
  gatewayKeepAliveMs: 12000,
  clientKeepAliveMs: 10000,
  gatewayTimeoutMs: 30000,
  clientTimeoutMs: 30000,
  pollMs: 20000,
  webSocketStartMs: 4000,
  requestTimeoutMs: 8000,
  clientCheckMs: 4000,
  clientSilenceMs: 1500,
  clientStartMs: 4000,
  slowCallMs: 750,
  grainRetryMs: 7000,
} as const;

// Arena.Game.Profiles

export type AchievementCode =
  | 'firstGame'
  | 'regular'
  | 'veteran'
  | 'threeDays'
  | 'thirtyDays'
  | 'firstWin'
  | 'champion'
  | 'onThePodium'
  | 'podiumRegular'
  | 'bigCrowd'
  | 'bestOfTheCrowd'
  | 'fiveInARow'
  | 'tenInARow'
  | 'flawless'
  | 'flawlessMarathon'
  | 'comeback'
  | 'greatComeback'
  | 'quickness'
  | 'lightning'
  | 'allAnswered'
  | 'neverGaveUp'
  | 'marathon'
  | 'hundredRight'
  | 'thousandRight'
  | 'opinionGiver'
  | 'levelFive'
  | 'levelTen'
  | 'levelTwenty';

export interface PlayedGame {
  sessionId: string;
  endedAtMs: number;
  points: number;
  rank: number;
  players: number;
  asked: number;
  right: number;
  partly: number;
  wrong: number;
  opinions: number;
  quick: number;
  streak: number;
  climbed: number;
}

// Arena.Game.Questions

export type ChoiceScoring = 'allOrNothing' | 'perOption';

export interface Hint {
  text: string;
  costPercent: number;
}

export interface MatchPair {
  left: string;
  right: string;
}

export interface MatchQuestion {
  type: 'match';
  prompt: string;
  media?: Medium;
  pairs: MatchPair[];
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface Medium {
  name: string;
  kind: MediumKind;
  alt?: string;
  width?: number;
  height?: number;
  seconds?: number;
  credit?: string;
}

export interface MultipleChoiceQuestion {
  type: 'multipleChoice';
  prompt: string;
  media?: Medium;
  scoring: ChoiceScoring;
  options: Option[];
  shuffle: boolean;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface NumberQuestion {
  type: 'number';
  prompt: string;
  media?: Medium;
  value: number;
  tolerance: number;
  scoring: NumberScoring;
  decimals: number;
  unit?: string;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export type NumberScoring = 'exact' | 'range' | 'nearest';

export interface OpenTextQuestion {
  type: 'openText';
  prompt: string;
  media?: Medium;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface Option {
  label: string;
  correct: boolean;
  weight?: number;
  picture?: Medium;
}

export interface OrderQuestion {
  type: 'order';
  prompt: string;
  media?: Medium;
  items: string[];
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface PinQuestion {
  type: 'pin';
  prompt: string;
  media?: Medium;
  areas: PinArea[];
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface PollQuestion {
  type: 'poll';
  prompt: string;
  media?: Medium;
  options: Option[];
  shuffle: boolean;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export type Question =
  | SingleChoiceQuestion
  | TrueFalseQuestion
  | MultipleChoiceQuestion
  | PollQuestion
  | TypedAnswerQuestion
  | NumberQuestion
  | SliderQuestion
  | OrderQuestion
  | MatchQuestion
  | PinQuestion
  | RatingQuestion
  | WordCloudQuestion
  | OpenTextQuestion
  | SlideQuestion;

export interface RatingQuestion {
  type: 'rating';
  prompt: string;
  media?: Medium;
  steps: number;
  low?: string;
  high?: string;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface SingleChoiceQuestion {
  type: 'singleChoice';
  prompt: string;
  media?: Medium;
  options: Option[];
  shuffle: boolean;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface SlideQuestion {
  type: 'slide';
  prompt: string;
  media?: Medium;
  body: string;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface SliderQuestion {
  type: 'slider';
  prompt: string;
  media?: Medium;
  min: number;
  max: number;
  step: number;
  value: number;
  tolerance: number;
  unit?: string;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface TrueFalseQuestion {
  type: 'trueFalse';
  prompt: string;
  media?: Medium;
  options: Option[];
  shuffle: boolean;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface TypedAnswerQuestion {
  type: 'typedAnswer';
  prompt: string;
  media?: Medium;
  accepted: string[];
  ignoreCase: boolean;
  ignoreAccents: boolean;
  ignoreSpaces: boolean;
  ignorePunctuation: boolean;
  allowTypos: boolean;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

export interface WordCloudQuestion {
  type: 'wordCloud';
  prompt: string;
  media?: Medium;
  maxWords: number;
  timeLimitMs: number | null;
  points: number;
  explanation?: string;
  hint?: Hint;
}

// Arena.Game.Results

export type Outcome = 'notAsked' | 'none' | 'wrong' | 'partly' | 'right' | 'unscored';

export interface OutcomeCounts {
  asked: number;
  right: number;
  partly: number;
  wrong: number;
  unscored: number;
  none: number;
}

// Arena.Game.Views

export interface AreasKey {
  kind: 'areas';
  areas: PinArea[];
}

export interface AskingView {
  kind: 'asking';
  round: number;
  prompt: string;
  task: TaskView;
  points: number;
  opensAtMs: number;
  closesAtMs: number;
  untimed: boolean;
  overtime: boolean;
  hintCostPercent: number | null;
  medium: MediumView | null;
  powerUps: PowerUpKind[];
}

export interface CountsTally {
  kind: 'counts';
  counts: number[];
}

export type EndReason = 'completed' | 'endedByHost' | 'abandoned';

export interface Finale {
  startsAtMs: number;
  endsAtMs: number;
}

export interface GetReadyView {
  kind: 'getReady';
  round: number;
  type: QuestionType;
  points: number;
  endsAtMs: number;
}

export interface HostView {
  answered: number;
  connected: number;
  tally: Tally | null;
  changed: RosterLine[];
  possible: HostActionKind[];
}

export type KeyView = OptionsKey | TextsKey | NumberKey | OrderKey | AreasKey;

export interface LobbyView {
  kind: 'lobby';
  newest: string[];
  faces: number[];
}

export interface MatchTask {
  type: 'match';
  left: string[];
  right: string[];
}

export interface MediumView {
  name: string;
  kind: MediumKind;
  alt: string | null;
  width: number | null;
  height: number | null;
  seconds: number | null;
}

export interface MultipleChoiceTask {
  type: 'multipleChoice';
  options: string[];
  pictures: OptionPicture[];
}

export interface NextMedium {
  name: string;
  kind: MediumKind;
  width: number | null;
  isOfOption: boolean;
}

export interface NumberBin {
  from: number;
  to: number;
  count: number;
}

export interface NumberKey {
  kind: 'number';
  value: number;
  tolerance: number;
}

export interface NumberTask {
  type: 'number';
  decimals: number;
  unit: string | null;
}

export interface NumbersTally {
  kind: 'numbers';
  bins: NumberBin[];
}

export interface OpenTextTask {
  type: 'openText';
  maxLength: number;
}

export interface OptionPicture {
  option: number;
  picture: MediumView;
}

export interface OptionsKey {
  kind: 'options';
  correct: number[];
}

export interface OrderKey {
  kind: 'order';
  items: number[];
}

export interface OrderTask {
  type: 'order';
  items: string[];
}

export type PhaseView = LobbyView | GetReadyView | AskingView | RevealView | StandingsView | PodiumView;

export interface PinTask {
  type: 'pin';
  picture: MediumView;
}

export interface PodiumView {
  kind: 'podium';
  reason: EndReason;
  podium: StandingLine[];
  rounds: RoundSummary[];
  finale: Finale | null;
}

export interface PointCount {
  x: number;
  y: number;
  count: number;
}

export interface PointsTally {
  kind: 'points';
  points: PointCount[];
}

export interface PollTask {
  type: 'poll';
  options: string[];
  pictures: OptionPicture[];
}

export interface PowerUpInEffect {
  effect: PowerUpEffect;
  removed: number[];
}

export interface RatingTask {
  type: 'rating';
  steps: number;
  low: string | null;
  high: string | null;
}

export interface RevealView {
  kind: 'reveal';
  round: number;
  prompt: string;
  task: TaskView;
  key: KeyView | null;
  tally: Tally;
  explanation: string | null;
  endsAtMs: number | null;
  medium: MediumView | null;
  powerUps: number;
  credits: string[];
}

export interface ReviewedQuestion {
  result: RoundResult;
  reveal: RevealView;
}

export interface RosterLine {
  seat: number;
  nickname: string;
  score: number;
  connected: boolean;
  answered: boolean;
  kicked: boolean;
  time: PlayerTime;
  approved: boolean;
  face: number;
  team: number | null;
  rank: number;
  hints: number;
  powerUps: number;
  lives: number | null;
}

export interface RoundResult {
  round: number;
  answer: AnswerValue | null;
  verdict: Verdict;
  points: number;
  streakBonus: number;
  elapsedMs: number | null;
  usedHint: boolean;
  powerUp: PowerUpKind | null;
  isSecond: boolean;
  stake: number;
}

export interface RoundSummary {
  round: number;
  prompt: string;
  answered: number;
  correct: number;
  skipped: boolean;
  players: number;
  scored: boolean;
  hints: number;
  powerUps: number;
}

export interface SeatSeries {
  points: number;
  rank: number;
}

export interface SeatView {
  seat: number;
  nickname: string;
  score: number;
  streak: number;
  rank: number;
  previousRank: number | null;
  toNext: number;
  chosen: AnswerValue | null;
  result: RoundResult | null;
  time: PlayerTime;
  approved: boolean;
  face: number;
  team: number | null;
  firstRound: number;
  hint: string | null;
  series: SeatSeries | null;
  stake: number;
  powerUps: PowerUpKind[];
  earnedPowerUp: PowerUpKind | null;
  powerUp: PowerUpInEffect | null;
  secondChosen: AnswerValue | null;
  lives: number | null;
}

export interface SeriesView {
  number: number;
  top: StandingLine[];
  teams: TeamLine[];
}

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
  phase: PhaseView;
  mode: GameMode;
  pace: SelfPace | null;
  hasReactions: boolean;
  hasPowerUps: boolean;
  suspendedSinceMs: number | null;
  expiresAtMs: number | null;
  skippedRound: number | null;
  teams: TeamLine[];
  nextMedia: NextMedium[];
  series: SeriesView | null;
  nextCode: string | null;
}

export interface SingleChoiceTask {
  type: 'singleChoice';
  options: string[];
  pictures: OptionPicture[];
}

export interface SlideTask {
  type: 'slide';
  body: string;
}

export interface SliderTask {
  type: 'slider';
  min: number;
  max: number;
  step: number;
  unit: string | null;
}

export interface StandingLine {
  seat: number;
  nickname: string;
  score: number;
  rank: number;
  previousRank: number | null;
  streak: number;
  face: number;
  team: number | null;
  lives: number | null;
}

export interface StandingsView {
  kind: 'standings';
  round: number;
  top: StandingLine[];
  endsAtMs: number | null;
}

export type Tally = CountsTally | TextsTally | NumbersTally | PointsTally;

export type TaskView =
  | SingleChoiceTask
  | TrueFalseTask
  | MultipleChoiceTask
  | PollTask
  | TypedAnswerTask
  | NumberTask
  | SliderTask
  | OrderTask
  | MatchTask
  | PinTask
  | RatingTask
  | WordCloudTask
  | OpenTextTask
  | SlideTask;

export interface TeamLine {
  team: number;
  players: number;
  score: number;
  rank: number;
}

export interface TextLine {
  text: string;
  count: number;
  correct: boolean | null;
}

export interface TextsKey {
  kind: 'texts';
  accepted: string[];
}

export interface TextsTally {
  kind: 'texts';
  lines: TextLine[];
  more: number;
}

export interface TrueFalseTask {
  type: 'trueFalse';
  options: string[];
  pictures: OptionPicture[];
}

export interface TypedAnswerTask {
  type: 'typedAnswer';
  maxLength: number;
}

export interface WordCloudTask {
  type: 'wordCloud';
  maxWords: number;
  maxLength: number;
}

// Arena.Game.Vocabulary

export type AnswerValue =
  ChoiceAnswer | ChoicesAnswer | TextAnswer | WordsAnswer | NumberAnswer | OrderAnswer | PointAnswer;

export interface ChoiceAnswer {
  kind: 'choice';
  option: number;
}

export interface ChoicesAnswer {
  kind: 'choices';
  options: number[];
}

export interface CircleArea {
  shape: 'circle';
  x: number;
  y: number;
  radius: number;
}

export interface ClassicMode {
  kind: 'classic';
}

export interface ConfidenceMode {
  kind: 'confidence';
}

export interface DoublePointsEffect {
  kind: 'doublePoints';
  factor: number;
}

export interface ExtraTimeEffect {
  kind: 'extraTime';
  percent: number;
}

export interface FiftyFiftyEffect {
  kind: 'fiftyFifty';
  percent: number;
}

export type GameErrorCode =
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
  | 'notAllowed'
  | 'nicknameUnfit'
  | 'noPlayers'
  | 'tooSoon'
  | 'unknownHandover'
  | 'seatHandedOver'
  | 'storageFull'
  | 'dailyStorageSpent'
  | 'tooManyGuestSessions'
  | 'tooManyFromNetwork'
  | 'tooManyConnections'
  | 'quizInPlay'
  | 'invalidAnswer'
  | 'answerUnfit'
  | 'importExpired'
  | 'tooManyStoredQuestions'
  | 'tooFewQuestions'
  | 'noHint'
  | 'stakeUnfit'
  | 'noPowerUp'
  | 'powerUpUnfit'
  | 'powerUpInUse';

export type GameMode = ClassicMode | SurvivorMode | RaceMode | ConfidenceMode | SharedDeviceMode;

export type HostAction =
  | { kind: 'start' }
  | { kind: 'advance' }
  | { kind: 'skip' }
  | { kind: 'undoSkip' }
  | { kind: 'extend'; byMs: number }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'lock' }
  | { kind: 'unlock' }
  | { kind: 'autoAdvanceOn' }
  | { kind: 'autoAdvanceOff' }
  | { kind: 'kick'; seat: number }
  | { kind: 'removeAbsent' }
  | { kind: 'removeUnapproved' }
  | { kind: 'rename'; seat: number; nickname: string }
  | { kind: 'approve'; seat: number }
  | { kind: 'approveAll' }
  | { kind: 'grantTime'; seat: number; time: PlayerTime }
  | { kind: 'moveToTeam'; seat: number; team: number }
  | { kind: 'keepOpen' }
  | { kind: 'end' }
  | { kind: 'acceptAnswer'; round: number; text: string };

export type HostActionKind =
  | 'start'
  | 'advance'
  | 'skip'
  | 'undoSkip'
  | 'extend'
  | 'pause'
  | 'resume'
  | 'lock'
  | 'unlock'
  | 'autoAdvanceOn'
  | 'autoAdvanceOff'
  | 'kick'
  | 'removeAbsent'
  | 'removeUnapproved'
  | 'rename'
  | 'approve'
  | 'approveAll'
  | 'grantTime'
  | 'moveToTeam'
  | 'keepOpen'
  | 'end'
  | 'acceptAnswer';

export type MediumKind = 'picture' | 'audio' | 'video';

export type NameLanguage = 'en' | 'fr' | 'de' | 'es';

export interface NumberAnswer {
  kind: 'number';
  value: number;
}

export interface OrderAnswer {
  kind: 'order';
  items: number[];
}

export type PinArea = CircleArea | PolygonArea;

export interface PinPoint {
  x: number;
  y: number;
}

export type PlayerTime = 'normal' | 'longer' | 'double' | 'unlimited';

export interface PointAnswer {
  kind: 'point';
  x: number;
  y: number;
}

export interface PolygonArea {
  shape: 'polygon';
  corners: PinPoint[];
}

export type PowerUpEarning = 'both' | 'streak' | 'comeback';

export type PowerUpEffect =
  DoublePointsEffect | FiftyFiftyEffect | ExtraTimeEffect | StreakFreezeEffect | SecondChanceEffect | ShieldEffect;

export type PowerUpKind = 'doublePoints' | 'fiftyFifty' | 'extraTime' | 'streakFreeze' | 'secondChance' | 'shield';

export interface PowerUpSettings {
  kinds?: PowerUpKind[];
  earning?: PowerUpEarning;
}

export type QuestionType =
  | 'singleChoice'
  | 'trueFalse'
  | 'multipleChoice'
  | 'poll'
  | 'typedAnswer'
  | 'number'
  | 'slider'
  | 'order'
  | 'match'
  | 'pin'
  | 'rating'
  | 'wordCloud'
  | 'openText'
  | 'slide';

export interface RaceMode {
  kind: 'race';
  points: number;
}

export type ScoringFormula = 'speed' | 'flat';

export interface SecondChanceEffect {
  kind: 'secondChance';
  percent: number;
}

export interface SelfPace {
  feedbackAtEnd: boolean;
  repeatsWrong: boolean;
}

export interface SessionSettings {
  mode?: GameMode;
  pace?: SelfPace;
  formula?: ScoringFormula;
  streakBonus?: boolean;
  lateJoin?: boolean;
  autoAdvance?: boolean;
  continueWithoutHost?: boolean;
  questionCount?: number;
  shuffle?: boolean;
  untimed?: boolean;
  approveNames?: boolean;
  filterNames?: boolean;
  reactions?: boolean;
  teams?: number;
  powerUps?: PowerUpSettings;
  getReadyMs?: number;
  revealMs?: number;
  standingsMs?: number;
  finaleMs?: number;
  maxPlayers?: number;
}

export interface SharedDeviceMode {
  kind: 'sharedDevice';
  talkMs: number;
}

export interface ShieldEffect {
  kind: 'shield';
}

export interface StreakFreezeEffect {
  kind: 'streakFreeze';
}

export interface SurvivorMode {
  kind: 'survivor';
  misses: number;
}

export interface TextAnswer {
  kind: 'text';
  text: string;
}

export type Verdict = 'correct' | 'partial' | 'wrong' | 'unscored';

export interface WordsAnswer {
  kind: 'words';
  words: string[];
}

// Arena.Gateway.Accounts

export type AccountErrorCode =
  | 'signInFailed'
  | 'nameInvalid'
  | 'nameTaken'
  | 'passwordTooWeak'
  | 'httpsRequired'
  | 'unknownUser'
  | 'secondFactorRequired'
  | 'codeInvalid'
  | 'unknownPasskey'
  | 'passkeyRefused'
  | 'twitchRefused'
  | 'twitchTaken'
  | 'lastWayIn'
  | 'signInAgain'
  | 'linkInvalid'
  | 'unknownApiKey'
  | 'addressInvalid'
  | 'addressTaken'
  | 'frameLocked';

// Arena.Gateway.Accounts.Addresses

export interface AddressChange {
  address?: string;
  language?: string;
  password?: string;
}

export interface AddressConfirmation {
  link?: string;
}

export interface ForgottenPassword {
  address?: string;
}

export interface MailReply {
  isOn: boolean;
  address?: string;
  reports: boolean;
  newBrowsers: boolean;
}

export interface MailWishes {
  reports: boolean;
  newBrowsers: boolean;
  language?: string;
}

// Arena.Gateway.Accounts.ApiKeys

export interface ApiKeyReply {
  id: string;
  name: string;
  prefix: string;
  scopes: ApiKeyScope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt?: string;
}

export interface ApiKeyRequest {
  name?: string;
  scopes?: ApiKeyScope[];
  days?: number;
  password?: string;
}

export interface NewApiKey {
  key: string;
  made: ApiKeyReply;
}

// Arena.Gateway.Accounts.MyResults

export interface ClaimReply {
  own: number;
}

export interface OwnResult {
  gameId: string;
  title?: string;
  nickname: string;
  score: number;
  rank?: number;
  players: number;
  endedAt: string;
}

export interface ResultClaim {
  seatTokens?: string[];
}

// Arena.Gateway.Accounts.Passkeys

export interface PasskeyCredential {
  state?: string;
  credential?: unknown;
  name?: string;
}

export interface PasskeyOptions {
  options: unknown;
  state: string;
}

export interface PasskeyReply {
  id: string;
  name: string;
  createdAt: string;
}

// Arena.Gateway.Accounts.Rest

export interface AccountReply {
  id: string;
  name: string;
  face?: number;
  isAdministrator: boolean;
  hasPassword: boolean;
  hasTwitch: boolean;
  hasSecondFactor: boolean;
  createdAt: string;
}

export interface Credentials {
  name?: string;
  password?: string;
  code?: string;
}

export interface EndedAccess {
  browsers: number;
  apiKeys: number;
  resetLinks: number;
  passkeys: PasskeyReply[];
}

export interface FaceChange {
  face?: number;
}

export interface NameChange {
  name?: string;
}

export interface PasswordChange {
  password?: string;
  newPassword?: string;
}

export interface PasswordProof {
  password?: string;
}

export interface ResetRequest {
  token?: string;
  newPassword?: string;
}

// Arena.Gateway.Accounts.SecondFactor

export interface RecoveryCodes {
  codes: string[];
}

export interface SecondFactorCode {
  code?: string;
}

export interface SecondFactorSetup {
  key: string;
  uri: string;
}

// Arena.Gateway.Accounts.SignedIn

export interface AccessReply {
  accessToken: string;
  expiresIn: number;
}

export interface AuthSession {
  id: string;
  userAgent?: string;
  ip?: string;
  createdAt: string;
  lastUsedAt: string;
  isCurrent: boolean;
}

// Arena.Gateway.Accounts.Twitch

export interface SignInWays {
  twitch: boolean;
  mail: boolean;
}

export interface TwitchEntry {
  code?: string;
}

export interface TwitchStart {
  url: string;
}

// Arena.Gateway.Administration

export interface CountedEvent {
  event: SecurityEvent;
  count: number;
}

export interface EventBusOverview {
  queues: ListedQueue[];
  consumers: ListedConsumer[];
  deadLetterCount: number;
  deadLetters: ListedDeadLetter[];
}

export type EventErrorCode = 'unknownDeadLetter' | 'unknownConsumer';

export interface GivenUpMail {
  id: number;
  kind: MailKind;
  createdAt: string;
  failedAt: string;
  attempts: number;
  error?: string;
}

export interface ListedConsumer {
  name: string;
  canReplay: boolean;
  backlogs: number;
}

export interface ListedDeadLetter {
  id: number;
  at: string;
  consumer: string;
  sessionId: string;
  version: number;
  type: string;
  attempts: number;
  error: string;
  wantedAgain: boolean;
}

export interface ListedQueue {
  queue: number;
  delivered: number;
  lagMs: number;
}

export interface LoggedSecurityEvent {
  id: number;
  at: string;
  event: SecurityEvent;
  userId?: string;
  name?: string;
  ip?: string;
}

export interface MailOverview {
  isOn: boolean;
  waiting: number;
  givenUp: GivenUpMail[];
}

export interface ReplayReply {
  sessions: number;
}

export interface ReplayRequest {
  consumer: string;
  after?: number;
}

export interface SecuritySummary {
  events: CountedEvent[];
  refusals: CountedRefusal[];
}

// Arena.Gateway.Authority

export type ApiKeyScope = 'quizzes:read' | 'quizzes:write' | 'games:host' | 'results:read';

// Arena.Gateway.Authors

export interface RefreshRequest {
  refreshToken: string;
}

// Arena.Gateway.Boards

export type BoardErrorCode = 'unknownBoard';

export interface BoardNameChange {
  name?: string;
}

export interface BoardNameReply {
  name?: string;
}

export interface BoardQuiz {
  id: string;
  title: string;
}

export interface BoardReply {
  lines: BoardLine[];
  own?: BoardLine;
  count: number;
}

// Arena.Gateway.CoAuthors

export interface CoAuthorInvitation {
  address?: string;
  language?: string;
}

export interface InvitationAccepted {
  quizId: string;
}

export interface InvitationFound {
  title: string;
  owner: string;
}

export interface InvitationProof {
  token?: string;
}

export interface OpenInvitation {
  id: string;
  address: string;
  createdAt: string;
  expiresAt: string;
}

// Arena.Gateway.Exports

export interface AccountExport {
  account: AccountReply;
  boardName?: string;
  twitchId?: string;
  authSessions: AuthSession[];
  passkeys: PasskeyReply[];
  quizzes: QuizDocument[];
  games: HostedGame[];
  securityEvents: SecurityEntry[];
  apiKeys: ApiKeyReply[];
  results: OwnResult[];
  playedGames: PlayedGame[];
  media: ExportedMedium[];
  webhooks: WebhookReply[];
  email?: string;
  groups: ExportedGroup[];
  memberships: ExportedMembership[];
  homework: ExportedHomework[];
  playedHomework: ExportedAttempt[];
  invitations: ExportedInvitation[];
}

export interface ExportedAttempt {
  title: string;
  name: string;
  startedAt: string;
  endedAt?: string;
  points: number;
  right: number;
}

export interface ExportedGroup {
  id: string;
  name: string;
  code: string;
  createdAt: string;
}

export interface ExportedHomework {
  id: string;
  title: string;
  token: string;
  createdAt: string;
  dueAt: string;
}

export interface ExportedInvitation {
  quiz: string;
  address: string;
  createdAt: string;
  expiresAt: string;
}

export interface ExportedMedium {
  name: string;
  uploadedAt: string;
  title?: string;
  alt?: string;
  credit?: string;
}

export interface ExportedMembership {
  group: string;
  name: string;
  isListed: boolean;
  joinedAt: string;
}

export interface HostedGame {
  id: string;
  code: string;
  createdAt: string;
  endedAt?: string;
  summaryToken?: string;
}

export interface SecurityEntry {
  at: string;
  event: SecurityEvent;
  ip?: string;
}

// Arena.Gateway.GameResults

export interface GameSummary {
  id: string;
  code: string;
  title?: string;
  createdAt: string;
  endedAt?: string;
  players: number;
  isOwn: boolean;
}

export interface LinkReply {
  token: string | null;
}

export interface PlayerResult {
  nickname: string;
  score: number;
  rank?: number;
  answers: number;
}

export interface ReportReply {
  id: string;
  code: string;
  title: string;
  createdAt: string;
  endedAt: string | null;
  isOver: boolean;
  report: GameReport;
}

export interface SummaryReply {
  title: string;
  endedAt: string;
  summary: ReportSummary;
}

// Arena.Gateway.GameResults.Reports

export interface AnswerTimes {
  lowerQuartileMs: number;
  medianMs: number;
  upperQuartileMs: number;
  of: number;
}

export interface Discrimination {
  coefficient: number;
  of: number;
}

export interface GameReport {
  rules: GameRules;
  questionCount: number;
  totals: GameTotals;
  hardest: number[];
  questions: QuestionReport[];
  players: PlayerReport[];
}

export interface GameRules {
  mode: GameMode;
  pointsBySpeed: boolean;
  streakBonus: boolean;
  untimed: boolean;
  drawn: boolean;
  teams: number;
}

export interface GameTotals {
  players: number;
  tookPart: number;
  finished: number;
  answers: number;
  possibleAnswers: number;
  right: number;
  possibleRight: number;
}

export interface PlayerReport {
  seat: number;
  nickname: string;
  team: number | null;
  score: number;
  rank: number | null;
  counts: OutcomeCounts;
  scored: number;
  medianMs: number | null;
  lastRound: number | null;
  lastAnswerAtMs: number | null;
  hasLeft: boolean;
  outcomes: string;
  timesMs: (number | null)[];
  lives?: number;
  outRound?: number;
  stakes: (number | null)[];
  powerUps: (PowerUpKind | null)[];
}

export interface QuestionReport {
  round: number;
  type: QuestionType;
  prompt: string;
  points: number;
  isSkipped: boolean;
  isScored: boolean;
  counts: OutcomeCounts;
  times: AnswerTimes | null;
  discrimination: Discrimination | null;
  task: TaskView | null;
  key: KeyView | null;
  tally: Tally | null;
}

export interface QuestionSummary {
  round: number;
  type: QuestionType;
  prompt: string;
  isScored: boolean;
  counts: OutcomeCounts;
  times: AnswerTimes | null;
}

export interface ReportSummary {
  totals: GameTotals;
  hardest: number[];
  questions: QuestionSummary[];
}

// Arena.Gateway.GameResults.Trends

export interface HostTrend {
  from: string;
  to: string;
  months: MonthFigures[];
  quizzes: PlayedQuiz[];
}

export interface MonthFigures {
  month: number;
  games: number;
  players: number;
  right: number;
  asked: number;
}

export interface PlayedQuiz {
  quizId: string;
  title?: string;
  isAuthor: boolean;
  games: number;
  players: number;
  right: number;
  asked: number;
}

export interface QuestionTrend {
  fingerprint: string;
  type: QuestionType;
  prompt: string;
  isScored: boolean;
  isCurrent: boolean;
  firstAt: string;
  lastAt: string;
  games: number;
  counts: OutcomeCounts;
}

export interface QuizTrend {
  title: string;
  from: string;
  to: string;
  months: MonthFigures[];
  questions: QuestionTrend[];
}

// Arena.Gateway.Groups

export interface GroupChange {
  name?: string;
}

export type GroupErrorCode = 'unknownGroup' | 'groupFull' | 'tooManyGroups';

export interface GroupFound {
  id: string;
  name: string;
  host: string;
  isKnown: boolean;
}

export interface GroupInvitation {
  address?: string;
  language?: string;
}

export interface GroupJoin {
  code?: string;
  name?: string;
  isListed?: boolean;
}

export interface GroupLookup {
  code?: string;
}

export interface GroupMember {
  name: string;
  isListed: boolean;
}

export interface GroupReply {
  id: string;
  name: string;
  host: string;
  code?: string;
  own?: GroupMember;
  members: GroupMember[];
}

export interface GroupSummary {
  id: string;
  name: string;
  host: string;
  isHost: boolean;
  members: number;
}

export interface MembershipChange {
  name?: string;
  isListed?: boolean;
}

// Arena.Gateway.Homework

export interface AttemptRequest {
  name?: string;
  key: string;
}

export interface AttemptResult {
  points: number;
  right: number;
  scored: number;
}

export interface AttemptReview {
  number: number;
  points: number;
  isLate: boolean;
  questions: ReviewedQuestion[];
}

export interface HomeworkAttempt {
  number: number;
  startedAt: string;
  endedAt?: string;
  isLate: boolean;
  answered: number;
  points: number;
  right: number;
  scored: number;
  outcomes: Outcome[];
}

export interface HomeworkChange {
  dueAt: string;
  acceptsLate?: boolean;
}

export type HomeworkErrorCode =
  | 'unknownHomework'
  | 'homeworkNotOpen'
  | 'homeworkClosed'
  | 'attemptsUsed'
  | 'attemptNotOver'
  | 'homeworkFull'
  | 'tooManyHomework';

export interface HomeworkPage {
  title: string;
  questions: number;
  opensAt?: string;
  dueAt: string;
  acceptsLate: boolean;
  maxAttempts?: number;
  feedbackAtEnd: boolean;
  untimed: boolean;
  whyNot: string | null;
  name?: string;
  attempts: OwnAttempt[];
}

export interface HomeworkPlayer {
  name: string;
  attempts: HomeworkAttempt[];
}

export interface HomeworkQuestion {
  prompt: string;
  scored: boolean;
}

export interface HomeworkReply {
  id: string;
  quizId: string;
  title: string;
  link: string;
  questions: number;
  opensAt?: string;
  dueAt: string;
  acceptsLate: boolean;
  maxAttempts?: number;
  shuffle: boolean;
  feedbackAtEnd: boolean;
  untimed: boolean;
  createdAt: string;
  isClosed: boolean;
  players: number;
  finished: number;
}

export interface HomeworkResultsReply {
  homework: HomeworkReply;
  questions: HomeworkQuestion[];
  players: HomeworkPlayer[];
}

export interface NewHomework {
  quizId: string;
  dueAt: string;
  title?: string;
  opensAt?: string;
  acceptsLate?: boolean;
  maxAttempts?: number;
  shuffle?: boolean;
  feedbackAtEnd?: boolean;
  untimed?: boolean;
}

export interface OwnAttempt {
  number: number;
  startedAt: string;
  isOver: boolean;
  isLate: boolean;
  result?: AttemptResult;
}

export interface PracticeRequest {
  quizId: string;
  name?: string;
}

export interface SoloSeat {
  sessionId: string;
  code: string;
  seatToken: string;
}

// Arena.Gateway.Http

export interface ArenaProblem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  code: ProblemCode;
  limit?: number;
  retryAfterMs?: number;
  traceId?: string;
}

export type ProblemCode =
  | AccountErrorCode
  | BoardErrorCode
  | EventErrorCode
  | GameErrorCode
  | GroupErrorCode
  | HomeworkErrorCode
  | MediaErrorCode
  | WebhookErrorCode;

// Arena.Gateway.Media

export type MediaErrorCode =
  | 'mediaKindUnknown'
  | 'mediaTooLarge'
  | 'mediaTooManyPixels'
  | 'mediaTooLong'
  | 'mediaDamaged'
  | 'mediaQuota'
  | 'unknownMedia'
  | 'mediaInUse'
  | 'mediaStorageFull'
  | 'mediaStoreUnavailable'
  | 'mediaWithoutPlace';

// Arena.Gateway.Media.Rest

export interface MediaPage {
  media: OwnMedium[];
  hasMore: boolean;
  keptBytes: number;
  quotaBytes: number;
}

export interface MediumReply {
  name: string;
  kind: MediumKind;
  width?: number;
  height?: number;
  seconds?: number;
  bytes: number;
  widths: number[];
}

export interface MediumTexts {
  title?: string;
  alt?: string;
  credit?: string;
}

export interface MediumUse {
  id: string;
  title: string;
}

export interface OwnMedium {
  medium: MediumReply;
  uploadedAt: string;
  quizCount: number;
  quizzes: MediumUse[];
  title?: string;
  alt?: string;
  credit?: string;
  storedBytes: number;
}

export interface RemovedMedia {
  count: number;
}

// Arena.Gateway.Play

export interface AnswerRequest {
  round: number;
  answer: AnswerValue;
  operationId: string;
  stake?: number;
}

export interface AttachRequest {
  hostKey: string;
}

export interface ChangeFaceRequest {
  from: number;
  to: number;
  framePass?: string;
}

export interface ClockReading {
  nowMs: number;
}

export interface ClosedFrame {
  reason: ClosedReason;
  reconnect: boolean;
}

export type ClosedReason = 'kicked' | 'replaced' | 'signedOut' | 'withdrawn' | 'draining';

export interface HostCommandRequest {
  operationId: string;
  step: number;
  action: HostAction;
}

export interface HostFrame {
  epoch: number;
  hostSequence: number;
  view: HostView;
}

export interface HostWelcome {
  epoch: number;
  sequence: number;
  hostSequence: number;
  nowMs: number;
  session: SessionView;
  host: HostView;
}

export interface JoinRequest {
  code: string;
  nickname: string;
  operationId: string;
  face?: number;
  team?: number;
  browser?: string;
  previousSeatToken?: string;
  framePass?: string;
}

export interface NextRequest {
  step: number;
}

export interface OfferSeatRequest {
  seat: number;
}

export interface ReactRequest {
  reaction: Reaction;
}

export interface Reacted {
  waitMs: number;
}

export interface ReactionsFrame {
  counts: ReactionCount[];
  seats: number[];
}

export interface RefusalBody {
  code: GameErrorCode;
  retryAfterMs: number | null;
  place: number | null;
  traceId: string | null;
}

export interface Reply<T> {
  value: T | null;
  refusal: RefusalBody | null;
}

export interface ResumeRequest {
  seatToken: string;
}

export interface ScreenWelcome {
  epoch: number;
  sequence: number;
  nowMs: number;
  session: SessionView;
}

export interface SeatFrame {
  epoch: number;
  sequence: number;
  view: SeatView;
  session: SessionFrame | null;
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

export interface SessionFrame {
  epoch: number;
  sequence: number;
  nowMs: number;
  view: SessionView;
}

export interface SuggestNameRequest {
  code: string;
  language: NameLanguage;
}

export interface TakeSeatRequest {
  code: string;
  handoverCode: string;
  operationId: string;
}

export interface UseHintRequest {
  round: number;
  operationId: string;
}

export interface UsePowerUpRequest {
  round: number;
  kind: PowerUpKind;
  operationId: string;
}

export interface WatchRequest {
  token: string;
}

// Arena.Gateway.Profiles

export interface AchievementReply {
  code: AchievementCode;
  earnedAt?: string;
}

export interface Award {
  experience: number;
  levelBefore: number;
  level: number;
  earned: AchievementCode[];
}

export interface AwardReply {
  award?: Award;
}

export interface AwardRequest {
  seatToken?: string;
}

export interface ProfileReply {
  experience: number;
  level: number;
  levelFrom: number;
  nextLevelAt?: number;
  games: number;
  wins: number;
  right: number;
  achievements: AchievementReply[];
  frameLevels: number[];
  framePass?: string;
}

// Arena.Gateway.Quizzes.Content

export interface MissingMedium {
  question: number;
  prompt: string;
  file: string;
  code: MediaErrorCode;
  limit?: number;
}

export interface QuizError {
  line: number;
  column?: number;
  path?: string;
  code: QuizErrorCode;
  text?: string;
  member?: string;
  limit?: number;
}

export type QuizErrorCode =
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
  | 'tooManyQuestions'
  | 'tooManyQuestionsForGuest'
  | 'stackedMarks'
  | 'spreadsheetFile'
  | 'documentFile'
  | 'presentationFile'
  | 'oldOfficeFile'
  | 'pdfFile'
  | 'imageFile'
  | 'mediaFile'
  | 'archiveFile'
  | 'databaseFile'
  | 'markupFile'
  | 'binaryFile'
  | 'unsupportedQuestionType'
  | 'noHeaderRow'
  | 'flashCards'
  | 'dateCell'
  | 'errorCell'
  | 'unclosedQuote'
  | 'brokenArchive'
  | 'archiveTooLarge'
  | 'unclosedBrace'
  | 'brokenXml'
  | 'documentTypeFound'
  | 'unsafePath'
  | 'missingFile'
  | 'tooFewEntries'
  | 'tooManyEntries'
  | 'duplicateEntry'
  | 'outsideScale'
  | 'unscoredType';

export interface QuizWarning {
  code: QuizWarningCode;
  line: number;
  count: number;
  text: string;
}

export type QuizWarningCode =
  'assumedWindows1252' | 'htmlEntities' | 'assumedUtf16' | 'unusedColumns' | 'mediaLeftOut' | 'unusedFiles';

// Arena.Gateway.Quizzes.Rest

export interface DrawableQuestions {
  questions: number;
}

export interface ImportConfirmation {
  token: string;
  title: string;
}

export interface ImportPreview {
  title?: string;
  questionCount: number;
  skippedQuestions: number;
  questions: Question[];
  errors: QuizError[];
  errorCount: number;
  warnings: QuizWarning[];
  missingMedia: MissingMedium[];
  token?: string;
}

export interface ImportReply {
  id: string;
  title: string;
  questionCount: number;
  skippedQuestions: number;
  skipped: QuizError[];
  warnings: QuizWarning[];
  missingMedia: MissingMedium[];
}

export interface QuizDocument {
  arena: number;
  title: string;
  description?: string;
  tags?: string[];
  folder?: string;
  questions: Question[];
}

export interface QuizLabel {
  name: string;
  quizzes: number;
}

export interface QuizLabels {
  tags: QuizLabel[];
  folders: QuizLabel[];
}

export interface QuizProblem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  errors: QuizError[];
  errorCount: number;
  code: ProblemCode;
  limit?: number;
  retryAfterMs?: number;
  traceId?: string;
}

export interface QuizSummary {
  id: string;
  title: string;
  questionCount: number;
  updatedAt: string;
  visibility: QuizVisibility;
  owner?: string;
  tags: string[];
  folder?: string;
}

export interface VisibilityChange {
  visibility: QuizVisibility;
}

// Arena.Gateway.Quizzes.Writing

export interface ExportLoss {
  kind: ExportLossKind;
  type?: QuestionType;
  member?: string;
  count: number;
}

export type ExportLossKind = 'leftOut' | 'changed' | 'referenced' | 'tooLong';

export interface ExportLosses {
  questionCount: number;
  leftOut: number;
  losses: ExportLoss[];
}

// Arena.Gateway.Refusals

export interface CountedRefusal {
  kind: RefusalKind;
  policy: string;
  count: number;
  lastAt: string;
}

export type RefusalKind =
  'requestRate' | 'callRate' | 'joinCodes' | 'seats' | 'origin' | 'token' | 'host' | 'pagePolicy';

// Arena.Gateway.Sessions

export interface AfterRequest {
  hostKey: string;
  mixTeams?: boolean;
}

export interface DrawRequest {
  count: number;
  tags?: string[];
}

export interface FollowedGame {
  hostKey?: string;
}

export interface HostedSession {
  sessionId: string;
  code: string;
  title?: string;
  createdAt: string;
  isOwn: boolean;
}

export interface KeyedSession {
  sessionId: string;
  code: string;
  title?: string;
  createdAt: string;
  isOver: boolean;
}

export interface LaunchReply {
  sessionId: string;
  code: string;
  hostKey: string;
  joinUrl: string;
}

export interface LaunchRequest {
  quizId?: string;
  settings?: SessionSettings;
  coHosts?: string[];
  draw?: DrawRequest;
  after?: AfterRequest;
}

export interface ScreenLinkReply {
  token: string | null;
}

export interface SessionLookup {
  hostKeys?: string[];
}

// Arena.Gateway.Webhooks

export interface WebhookDeliveryReply {
  id: number;
  messageId: string;
  type: string;
  createdAt: string;
  status: WebhookDeliveryStatus;
  attempts: number;
  nextAt?: string;
  lastAt?: string;
  failure?: WebhookFailure;
  responseCode?: number;
  response?: string;
  durationMs?: number;
  payload: string;
}

export type WebhookErrorCode = 'unknownWebhook' | 'unknownDelivery' | 'webhookUrlInvalid' | 'webhookDisabled';

export interface WebhookReply {
  id: string;
  url: string;
  events: string[];
  createdAt: string;
  previousSecretUntil?: string;
  failingSince?: string;
  disabledAt?: string;
  disabledReason?: WebhookDisabledReason;
}

export interface WebhookRequest {
  url?: string;
  events?: string[];
  isEnabled?: boolean;
}

export interface WebhookWithSecret {
  secret: string;
  webhook: WebhookReply;
}

// Arena.GrainInterfaces

export interface Acknowledged {
  round: number;
  answer: AnswerValue;
}

export interface BoardLine {
  rank: number;
  name: string;
  points: number;
  quizzes: number;
}

export interface Done {
  step: number;
}

export interface NameSuggestion {
  nickname: string;
}

export type Reaction = 'clap' | 'heart' | 'laugh' | 'wow' | 'sad' | 'party' | 'hop';

export interface ReactionCount {
  kind: Reaction;
  count: number;
}

export interface SeatHandover {
  code: string;
  expiresAtMs: number;
}

export interface SessionSummary {
  code: string;
  title: string;
  playerCount: number;
  teams: number;
  isForTeams: boolean;
}

// Arena.Storage.Model

export type MailKind =
  | 'resetRequest'
  | 'passwordReset'
  | 'addressConfirmation'
  | 'addressChanged'
  | 'passwordChanged'
  | 'newBrowser'
  | 'gameReport'
  | 'groupInvitation'
  | 'coAuthorInvitation';

export type QuizVisibility = 'private' | 'public' | 'unlisted';

export type SecurityEvent =
  | 'registered'
  | 'signedIn'
  | 'signInFailed'
  | 'signedOut'
  | 'sessionRevoked'
  | 'refreshTokenReused'
  | 'passwordChanged'
  | 'proofFailed'
  | 'profileChanged'
  | 'exported'
  | 'deleted'
  | 'accessDenied'
  | 'roleChanged'
  | 'secondFactorFailed'
  | 'secondFactorAdded'
  | 'secondFactorRemoved'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'twitchFailed'
  | 'twitchLinked'
  | 'twitchUnlinked'
  | 'resetGiven'
  | 'passwordReset'
  | 'resetFailed'
  | 'apiKeyMade'
  | 'apiKeyRevoked'
  | 'accessEnded'
  | 'addressChanged';

export type WebhookDeliveryStatus = 'pending' | 'delivered' | 'deadLetter';

export type WebhookDisabledReason = 'owner' | 'gone' | 'failing';

export type WebhookFailure =
  | 'status'
  | 'redirect'
  | 'timeout'
  | 'unreachable'
  | 'certificate'
  | 'privateAddress'
  | 'secretUnreadable'
  | 'disabled';

// Microsoft.AspNetCore.Authentication.BearerToken

export interface AccessTokenResponse {
  tokenType: string;
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
}
