import type {
  HostAction,
  HostFrame,
  GameErrorCode,
  RefusalBody,
  SeatHandover,
  SessionFrame,
  SessionView,
} from '$lib/contract';
import { absenceMs, absenceSince, sighting, sightingRecord, type Absence, type Sighting } from '$lib/game/absence';
import { ServerClock } from '$lib/game/clock';
import { HostKeys } from '$lib/game/host-keys';
import { attached, hostFramed, sessionFramed, type HostState } from '$lib/game/host-state';
import { bounceMs } from '$lib/host/presses';
import { hostRecord, remoteLink } from '$lib/game/records';
import { Reactions } from '$lib/reactions/reactions.svelte';
import { isWatched, keepAwake, watchAttention } from './attention';
import { openHub, type Hub } from './hub';
import { Link, type LinkStatus } from './link';
import { operationId } from './operation';
import { askClock, synchronise } from './server-time';
import { isNetworkBlocking } from './transports';

const refusalOf = (code: GameErrorCode): RefusalBody => ({ code, retryAfterMs: null, place: null, traceId: null });

export type HostStage = { kind: 'attaching' } | { kind: 'refused'; refusal: RefusalBody } | { kind: 'hosting' };

/** One host's browser in one game. */
export class HostClient {
  stage = $state.raw<HostStage>({ kind: 'attaching' });
  game = $state.raw<HostState | null>(null);
  status = $state<LinkStatus>('connecting');
  /** The server is there, and the network lets no live connection through. */
  blocked = $state(false);
  /** The last command that was refused, until the next one. */
  refusal = $state.raw<RefusalBody | null>(null);
  /** Commands on their way. */
  busy = $state(0);
  /** The phase has just begun: what moves the game on now was meant for the one before, and the server would refuse it. */
  settling = $state(false);
  /** What the host missed, until it is dismissed. */
  absence = $state.raw<Absence | null>(null);
  readonly clock = new ServerClock();

  /** Where players go. */
  readonly joinUrl: string;

  /** Where another device becomes a host of this game: holds the host key. */
  remoteUrl = $state('');

  /** What players have sent to the big screen. */
  readonly reactions = new Reactions();

  readonly #code: string;
  readonly #keys: HostKeys;
  readonly #seen: ReturnType<typeof sightingRecord>;
  #returning = false;
  #settled: ReturnType<typeof setTimeout> | undefined;
  #link!: Link;
  #stops: (() => void)[] = [];

  /** @param fragment of the page's address, in which a link brings a host key. */
  constructor(code: string, fragment: string) {
    this.#code = code;
    this.#keys = new HostKeys(code, fragment);
    this.#seen = sightingRecord(code);
    this.joinUrl = hostRecord(code).get()?.joinUrl ?? `${location.origin}/j/${code}`;
  }

  start(): void {
    if (this.#keys.current === null) {
      this.stage = { kind: 'refused', refusal: refusalOf('notHost') };
      return;
    }
    this.#link = new Link({
      open: openHub,
      bind: (hub) => this.#bind(hub),
      ping: (hub) => askClock(hub, this.clock),
      onStatus: (status) => {
        this.status = status;
        if (status === 'online') this.blocked = false;
      },
      onFailed: async () => void (this.blocked = await isNetworkBlocking()),
      isWatched,
      listener: {
        session: (frame) => this.#onSession(frame),
        host: (frame) => this.#onHost(frame),
        reactions: (frame) => this.reactions.show(frame),
        closed: (frame) => {
          if (frame.reason === 'signedOut') this.stage = { kind: 'refused', refusal: refusalOf('invalidToken') };
          if (!frame.reconnect) this.#link.stop();
        },
      },
    });
    void this.#link.run();
    const sightings = setInterval(() => this.#look(), 1_000);
    this.#stops = [
      () => clearInterval(sightings),
      () => clearTimeout(this.#settled),
      keepAwake(),
      watchAttention(
        () => this.#link,
        () => void synchronise(this.#link, this.clock),
      ),
    ];
  }

  stop(): void {
    this.#link?.stop();
    for (const stop of this.#stops) stop();
  }

  async command(action: HostAction): Promise<void> {
    if (!this.game) return;
    const step = this.game.session.step;
    const command = { operationId: operationId(), step, action };
    this.busy++;
    this.refusal = null;
    try {
      const { refusal } = await this.#link.call((hub) => hub.command(command));
      // The game has moved on since: another host, or the clock, was faster. The intent is fulfilled.
      const overtaken = refusal?.code === 'notNow' && this.game.session.step !== step;
      // Another device, or a key that bounces: the first press counts.
      const repeated = refusal?.code === 'tooSoon';
      if (refusal && !overtaken && !repeated) this.refusal = refusal;
    } catch {
      // Stopped: the page was left.
    } finally {
      this.busy--;
    }
  }

  /** Shows a state. Its phase may have begun just before. */
  #show(game: HostState): void {
    const step = this.game?.session.step;
    this.game = game;
    if (game.session.step === step) return;
    // Reactions belong to the phase that they were sent in.
    this.reactions.clear();
    clearTimeout(this.#settled);
    this.settling = true;
    this.#settled = setTimeout(() => (this.settling = false), bounceMs);
  }

  /** A code with which another device takes a player's seat. */
  async offerSeat(seat: number): Promise<SeatHandover | null> {
    this.refusal = null;
    try {
      const { value, refusal } = await this.#link.call((hub) => hub.offerSeat({ seat }));
      this.refusal = refusal;
      return value;
    } catch {
      // Stopped: the page was left.
      return null;
    }
  }

  /**
   * Remembers what a person sees of the game, which is nothing while the page is in the background. After a gap the whole state is asked for
   * again.
   */
  #look(): void {
    if (this.#returning || this.status !== 'online' || !this.game || !isWatched()) return;
    if (this.#seenBeforeGap() === null) {
      this.#saw(this.game.session);
      return;
    }
    this.#returning = true;
    void this.#link.rebind().finally(() => (this.#returning = false));
  }

  /** What this browser showed last, if that is so long ago that a host may have missed something. */
  #seenBeforeGap(): Sighting | null {
    const before = this.#seen.get();
    return before && Date.now() - before.atMs >= absenceMs ? before : null;
  }

  #saw(session: SessionView): void {
    this.#seen.set(sighting(session, Date.now()));
  }

  async #bind(hub: Hub): Promise<boolean> {
    const hostKey = this.#keys.current ?? '';
    const { value, refusal } = await this.#link.over(() => hub.attach({ hostKey }));
    if (value) {
      // The key of another game is none for this one.
      if (value.session.code !== this.#code) return this.#refused(hub, refusalOf('notHost'));
      this.#keys.accepted();
      this.remoteUrl = remoteLink(this.joinUrl, this.#code, hostKey);
      if (this.game) this.clock.heard(value.nowMs);
      else this.clock.guess(value.nowMs);
      const game = attached(this.game, value);
      this.#show(game);
      // Before the host can do anything: later events are no part of the missed ones.
      const before = this.#seenBeforeGap();
      if (before) this.absence = absenceSince(before, game.session, Date.now());
      this.#saw(game.session);
      this.stage = { kind: 'hosting' };
      void synchronise(this.#link, this.clock);
      return true;
    }
    if (refusal && ['invalidToken', 'notHost', 'unknownSession', 'sessionEnded'].includes(refusal.code))
      return this.#refused(hub, refusal);
    throw new Error(`Not attached: ${refusal?.code ?? 'no reply'}`);
  }

  #refused(hub: Hub, refusal: RefusalBody): boolean | Promise<boolean> {
    if (this.#keys.refused()) return this.#bind(hub);
    this.stage = { kind: 'refused', refusal };
    return false;
  }

  #onSession(frame: SessionFrame): void {
    if (!this.game) return;
    this.clock.heard(frame.nowMs);
    const wasHeld = this.game.session.suspendedSinceMs != null;
    const game = sessionFramed(this.game, frame);
    this.#show(game);
    if (wasHeld && game.session.suspendedSinceMs == null) this.#link.retry();
  }

  #onHost(frame: HostFrame): void {
    if (!this.game) return;
    const gapBefore = this.game.gap;
    this.game = hostFramed(this.game, frame);
    if (this.game.gap && !gapBefore) void this.#link.rebind();
  }
}
