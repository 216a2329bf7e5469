import {
  connectionTimings,
  type AnswerValue,
  type ClosedReason,
  type NameLanguage,
  type GameErrorCode,
  type PowerUpKind,
  type Reaction,
  type RefusalBody,
  type Reply,
  type SeatFrame,
  type SeatWelcome,
  type SessionFrame,
  type SessionSummary,
} from '$lib/contract';
import { framePass } from '$lib/game/avatar';
import { ServerClock } from '$lib/game/clock';
import { answered, answerSettled, seatFramed, sessionFramed, welcomed, type PlayerState } from '$lib/game/player-state';
import { SeatRecords, type Joining, type JoinWish } from '$lib/game/records';
import { overdueMs } from '$lib/game/timing';
import { isWatched, keepAwake, watchAttention } from './attention';
import { browserId } from './browser-id';
import { openHub, type Hub } from './hub';
import { Link, type LinkStatus } from './link';
import { operationId } from './operation';
import { askClock, synchronise } from './server-time';
import { isNetworkBlocking } from './transports';

/** Where a player's browser is on the way into a game, and in it. */
export type PlayerStage =
  /** Until: too many wrong codes were sent from this network, and the next try waits. */
  | { kind: 'finding'; untilMs?: number }
  | { kind: 'notFound'; refusal: RefusalBody }
  /** The game is there, and takes no new player. */
  | { kind: 'closed'; refusal: RefusalBody }
  | {
      kind: 'naming';
      summary: SessionSummary;
      nickname: string;
      refusal: RefusalBody | null;
      busy: boolean;
      /** Under which name another tab of this browser plays. */
      seated: string | null;
    }
  | { kind: 'queued'; summary: SessionSummary; place: number | null; untilMs: number }
  | { kind: 'playing' }
  | { kind: 'out'; reason: Extract<ClosedReason, 'kicked' | 'replaced'> | 'handedOver' };

/** Refusals of a known game, the same for every new player. */
const closing: ReadonlySet<GameErrorCode> = new Set(['sessionLocked', 'noLateJoin', 'sessionFull', 'sessionEnded']);

/** A frame that is this late was lost, or the server is in trouble: ask. The spread keeps a room from asking at once. */
const patienceMs = 3_000 + 3_000 * Math.random();

/** Proves the frames that the player may wear. */
const ownPass = () => {
  const pass = framePass.get();
  return pass === null ? {} : { framePass: pass };
};

/** One player's browser in one game: turns frames into state and choices into requests. */
export class PlayerClient {
  stage = $state.raw<PlayerStage>({ kind: 'finding' });
  game = $state.raw<PlayerState | null>(null);
  status = $state<LinkStatus>('connecting');
  /** The server is there, and the network lets no live connection through. */
  blocked = $state(false);
  readonly clock = new ServerClock();

  readonly #code: string;
  readonly #record: SeatRecords;
  #seatToken: string | null;
  #link!: Link;
  #stops: (() => void)[] = [];
  #askedAgainAtMs = 0;

  constructor(code: string) {
    this.#code = code;
    this.#record = new SeatRecords(code);
    this.#seatToken = this.#record.get()?.seatToken ?? null;
  }

  start(): void {
    this.#open();
    const watchdog = setInterval(() => this.#askIfOverdue(), 1_000);
    this.#stops = [
      () => clearInterval(watchdog),
      keepAwake(),
      this.#record.watch(() => this.#offerSeat()),
      watchAttention(
        () => this.#link,
        () => void synchronise(this.#link, this.clock),
      ),
    ];
    if (!this.#seatToken) void this.#findAndFollow();
  }

  stop(): void {
    this.#link.stop();
    for (const stop of this.#stops) stop();
  }

  /** Takes the seat back from the device that has it now. */
  takeBack(): void {
    this.stage = { kind: 'finding' };
    this.#open();
  }

  /** Plays on in this tab with the seat that another tab of this browser has. */
  takeSeat(): void {
    const record = this.#record.ofBrowser;
    if (!record?.seatToken) return;
    this.#seatToken = record.seatToken;
    this.stage = { kind: 'finding' };
    void this.#link.rebind();
  }

  /** Takes a seat that the host hands over from another device. Returns why it could not, or null. */
  async takeOver(handoverCode: string): Promise<RefusalBody | null> {
    const request = { code: this.#code, handoverCode, operationId: operationId() };
    try {
      const { value, refusal } = await this.#link.call((hub) => hub.takeSeat(request));
      if (value) this.#welcome(value);
      return refusal;
    } catch {
      // The page was left.
      return null;
    }
  }

  /** Looks again whether the game takes players now. */
  tryAgain(): void {
    void this.#find();
  }

  /** A name that is free. None if the server has none to give just now: people have names of their own. */
  async suggestName(language: NameLanguage): Promise<string | null> {
    try {
      const { value } = await this.#link.once((hub) => hub.suggestName({ code: this.#code, language }));
      return value?.nickname ?? null;
    } catch {
      return null;
    }
  }

  async join(wish: JoinWish): Promise<void> {
    const stage = this.stage;
    if (stage.kind !== 'naming' || stage.busy) return;
    const { summary } = stage;
    const { nickname } = wish;
    this.stage = { ...stage, nickname, refusal: null, busy: true };
    // Kept until the seat is ours: a refresh in between must not take a second one.
    const kept = this.#record.get()?.joining;
    const isSame = kept?.nickname === nickname && kept.face === wish.face && kept.team === wish.team;
    const joining = isSame ? kept : { ...wish, operationId: operationId() };
    this.#record.set({ joining });
    await this.#take(joining, summary, stage.seated);
  }

  /** Prepares the next game, where the player comes along with name and points. */
  bringTo(code: string): void {
    const seat = this.game?.seat;
    const next = new SeatRecords(code);
    if (!seat || !this.#seatToken || next.get()) return;
    const { nickname, face, team } = seat;
    const joining = { nickname, face, operationId: operationId(), previousSeatToken: this.#seatToken };
    next.set({ joining: team == null ? joining : { ...joining, team } });
  }

  async #take(joining: Joining, summary: SessionSummary, seated: string | null): Promise<void> {
    const { nickname } = joining;
    const browser = browserId();
    const request = {
      code: this.#code,
      ...joining,
      ...(browser === null ? {} : { browser }),
      ...ownPass(),
    };
    try {
      for (;;) {
        const reply = await this.#link.call((hub) => hub.join(request));
        if (reply.value) return this.#welcome(reply.value);
        const refusal = reply.refusal;
        if (refusal?.code !== 'queued') {
          this.stage = { kind: 'naming', summary, nickname, refusal, busy: false, seated };
          return;
        }
        const waitMs = refusal.retryAfterMs ?? 1_000;
        this.stage = { kind: 'queued', summary, place: refusal.place, untilMs: this.clock.now() + waitMs };
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    } catch {
      // The page was left: nothing is shown any more.
    }
  }

  answer(answer: AnswerValue, stake: number): void {
    if (!this.game) return;
    const next = answered(this.game, answer, operationId(), this.clock.now(), stake);
    if (next === this.game) return;
    this.game = next;
    this.#keep();
    void this.#sendAnswer();
  }

  /** Asks for the hint of the open question, which comes with the player's own view. Returns why it does not, or null. */
  async useHint(): Promise<RefusalBody | null> {
    const phase = this.game?.session.phase;
    if (phase?.kind !== 'asking') return null;
    const request = { round: phase.round, operationId: operationId() };
    return this.#refusalOf((hub) => hub.useHint(request));
  }

  /** Asks for the next question, where no host does. Returns why it does not come, or null. */
  async next(): Promise<RefusalBody | null> {
    const step = this.game?.session.step;
    return step === undefined ? null : this.#refusalOf((hub) => hub.next({ step }));
  }

  /** Uses a power-up on the open question: what it does comes with the player's own view. Returns why it does not, or null. */
  async usePowerUp(kind: PowerUpKind): Promise<RefusalBody | null> {
    const phase = this.game?.session.phase;
    if (phase?.kind !== 'asking') return null;
    const request = { round: phase.round, kind, operationId: operationId() };
    return this.#refusalOf((hub) => hub.usePowerUp(request));
  }

  /** Changes the face in the lobby. Returns why it does not change, or null. */
  changeFace(to: number): Promise<RefusalBody | null> {
    return this.#refusalOf((hub) =>
      // Not before it is sent: an earlier change may have arrived by then.
      hub.changeFace({ from: this.game?.seat.face ?? to, to, ...ownPass() }),
    );
  }

  /** Sends a reaction, once: a late one is worth nothing. Returns after how many milliseconds the next one can follow. */
  async react(reaction: Reaction): Promise<number> {
    try {
      const { value, refusal } = await this.#link.once((hub) => hub.react({ reaction }));
      return value?.waitMs ?? refusal?.retryAfterMs ?? 0;
    } catch {
      return 0;
    }
  }

  async #refusalOf(request: (hub: Hub) => Promise<Reply<unknown>>): Promise<RefusalBody | null> {
    try {
      return (await this.#link.call(request)).refusal;
    } catch {
      // The page was left.
      return null;
    }
  }

  #open(): void {
    this.#link = new Link({
      open: openHub,
      bind: (hub) => this.#bind(hub),
      ping: (hub) => askClock(hub, this.clock),
      onStatus: (status) => {
        this.status = status;
        if (status === 'online') this.blocked = false;
      },
      onFailed: async () => void (this.blocked = await isNetworkBlocking()),
      // A crowd that waits must not keep the server busy with pings.
      quietMs: () =>
        Math.min(15_000, Math.max(connectionTimings.clientCheckMs, 5 * (this.game?.session.playerCount ?? 0))),
      isWatched,
      listener: {
        session: (frame) => this.#onSession(frame),
        seat: (frame) => this.#onSeat(frame),
        closed: (frame) => {
          if (frame.reason === 'kicked' || frame.reason === 'replaced')
            this.stage = { kind: 'out', reason: frame.reason };
          if (!frame.reconnect) this.#link.stop();
        },
      },
    });
    void this.#link.run();
  }

  async #bind(hub: Hub): Promise<boolean> {
    const seatToken = this.#seatToken;
    if (!seatToken) return true;
    const { value, refusal } = await this.#link.over(() => hub.resume({ seatToken }));
    if (value) {
      this.#welcome(value);
      return true;
    }
    if (refusal?.code === 'seatHandedOver') {
      this.#record.clear();
      this.stage = { kind: 'out', reason: 'handedOver' };
      return false;
    }
    if (refusal?.code === 'kicked') {
      // The seat is kept in mind: a reload does not make this browser a stranger.
      this.stage = { kind: 'out', reason: 'kicked' };
      return false;
    }
    if (refusal && ['invalidToken', 'unknownSession', 'sessionEnded', 'unknownSeat'].includes(refusal.code)) {
      this.#seatToken = null;
      this.game = null;
      this.#record.clear();
      void this.#find();
      return true;
    }
    throw new Error(`Not resumed: ${refusal?.code ?? 'no reply'}`);
  }

  async #findAndFollow(): Promise<void> {
    await this.#find();
    const joining = this.#record.get()?.joining;
    if (this.stage.kind === 'naming' && joining?.previousSeatToken) await this.join(joining);
  }

  async #find(): Promise<void> {
    this.stage = { kind: 'finding' };
    try {
      const { value, refusal } = await this.#link.call(
        (hub) => hub.find(this.#code),
        ({ code }, waitMs) => {
          if (code === 'tooFast') this.stage = { kind: 'finding', untilMs: this.clock.now() + waitMs };
        },
      );
      if (value)
        this.stage = {
          kind: 'naming',
          summary: value,
          nickname: this.#record.get()?.joining?.nickname ?? '',
          refusal: null,
          busy: false,
          seated: null,
        };
      else if (refusal) this.stage = { kind: closing.has(refusal.code) ? 'closed' : 'notFound', refusal };
    } catch {
      // The page was left: nothing is shown any more.
    }
  }

  #welcome(welcome: SeatWelcome): void {
    const first = this.game === null;
    if (first) this.clock.guess(welcome.nowMs);
    else this.clock.heard(welcome.nowMs);
    this.#seatToken = welcome.seatToken;
    const game = welcomed(this.game, welcome);
    const record = first ? this.#record.get() : null;
    const isOwn = record !== null && (record.seat ?? welcome.seat.seat) === welcome.seat.seat;
    // A record of an earlier release has no answer in this form: the server has it, or it is given again.
    const kept = isOwn && record.pending?.answer ? record.pending : undefined;
    this.game = isOwn ? { ...game, pending: kept ?? null, tried: record.tried ?? [] } : game;
    this.stage = { kind: 'playing' };
    this.#keep();
    if (kept?.status === 'sending') void this.#sendAnswer();
    void synchronise(this.#link, this.clock);
  }

  async #sendAnswer(): Promise<void> {
    const pending = this.game?.pending;
    if (!pending) return;
    const { round, answer, stake, operationId: id } = pending;
    const request = { round, answer, operationId: id, ...(stake && { stake }) };
    try {
      let { refusal } = await this.#link.call((hub) => hub.answer(request));
      if (refusal?.code === 'tooEarly') {
        // Our clock runs a little ahead of the server's: the same answer again, a moment later.
        await new Promise((resolve) => setTimeout(resolve, refusal?.retryAfterMs ?? 300));
        ({ refusal } = await this.#link.call((hub) => hub.answer(request)));
      }
      if (refusal?.code === 'alreadyAnswered') await this.#link.rebind();
      if (this.game) this.game = answerSettled(this.game, id, refusal);
      this.#keep();
    } catch {
      // Stopped: kicked, replaced or left. The answer stays in the record for the next start.
    }
  }

  #onSession(frame: SessionFrame): void {
    if (!this.game) return;
    this.clock.heard(frame.nowMs);
    const wasHeld = this.game.session.suspendedSinceMs != null;
    this.game = sessionFramed(this.game, frame);
    if (wasHeld && this.game.session.suspendedSinceMs == null) this.#link.retry();
  }

  #onSeat(frame: SeatFrame): void {
    if (this.game) this.game = seatFramed(this.game, frame);
  }

  #offerSeat(): void {
    if (this.stage.kind === 'naming' && !this.stage.busy)
      this.stage = { ...this.stage, seated: this.#record.ofBrowser?.nickname ?? null };
  }

  #askIfOverdue(): void {
    const now = this.clock.now();
    const lateMs = this.game ? overdueMs(this.game.session, now) : -Infinity;
    if (lateMs >= 1_000 && lateMs < patienceMs && this.status === 'online') this.#link.check();
    if (lateMs < patienceMs || now - this.#askedAgainAtMs < 10_000) return;
    this.#askedAgainAtMs = now;
    void this.#link.rebind();
  }

  #keep(): void {
    if (!this.#seatToken || !this.game) return;
    const { pending, tried, seat } = this.game;
    this.#record.set({
      seatToken: this.#seatToken,
      seat: seat.seat,
      nickname: seat.nickname,
      tried,
      ...(pending && { pending }),
    });
  }
}
