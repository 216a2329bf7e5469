import type { GameErrorCode, SessionFrame, SessionView } from '$lib/contract';
import { ServerClock } from '$lib/game/clock';
import { compare, nowhere, type Position } from '$lib/game/position';
import { Reactions } from '$lib/reactions/reactions.svelte';
import { isWatched, keepAwake, watchAttention } from './attention';
import { openHub, type Hub } from './hub';
import { Link, type LinkStatus } from './link';
import { askClock, synchronise } from './server-time';
import { isNetworkBlocking } from './transports';

/** Refusals that stay: the link is withdrawn, its game is gone, or too many watch. */
const final: readonly GameErrorCode[] = ['invalidToken', 'unknownSession', 'sessionEnded', 'sessionFull'];

/** A browser that watches a game by its screen link. */
export class ScreenClient {
  session = $state.raw<SessionView | null>(null);
  status = $state<LinkStatus>('connecting');
  /** The server is there, and the network lets no live connection through. */
  blocked = $state(false);
  /** Why there is nothing to see, or nothing any more. */
  refusal = $state<GameErrorCode | null>(null);
  readonly clock = new ServerClock();
  readonly reactions = new Reactions();

  readonly #token: string;
  readonly #link: Link;
  #at: Position = nowhere;
  #stops: (() => void)[] = [];

  constructor(token: string) {
    this.#token = token;
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
        session: (frame) => this.#show(frame),
        reactions: (frame) => this.reactions.show(frame),
        closed: (frame) => {
          if (frame.reason === 'withdrawn') this.refusal = 'invalidToken';
          if (!frame.reconnect) this.#link.stop();
        },
      },
    });
  }

  start(): void {
    void this.#link.run();
    this.#stops = [
      keepAwake(),
      watchAttention(
        () => this.#link,
        () => void synchronise(this.#link, this.clock),
      ),
    ];
  }

  stop(): void {
    this.#link.stop();
    for (const stop of this.#stops) stop();
  }

  async #bind(hub: Hub): Promise<boolean> {
    const { value, refusal } = await this.#link.over(() => hub.watch({ token: this.#token }));
    if (value) {
      if (this.session) this.clock.heard(value.nowMs);
      else this.clock.guess(value.nowMs);
      this.#put(value, value.session);
      void synchronise(this.#link, this.clock);
      return true;
    }
    if (refusal && final.includes(refusal.code)) {
      this.refusal = refusal.code;
      return false;
    }
    throw new Error(`Not watching: ${refusal?.code ?? 'no reply'}`);
  }

  #show(frame: SessionFrame): void {
    this.clock.heard(frame.nowMs);
    this.#put(frame, frame.view);
  }

  /** Old frames are dropped. */
  #put({ epoch, sequence }: Position, session: SessionView): void {
    const at = { epoch, sequence };
    if (compare(at, this.#at) <= 0) return;
    // Reactions belong to the phase that they were sent in.
    if (session.step !== this.session?.step) this.reactions.clear();
    [this.#at, this.session] = [at, session];
  }
}
