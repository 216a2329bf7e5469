/** One exchange with the server: sent and received on our clock, `serverMs` on theirs. */
export interface ClockSample {
  sentMs: number;
  receivedMs: number;
  serverMs: number;
}

export interface ClockEstimate {
  /** To be added to our clock to get the server's. */
  offsetMs: number;
  /** How long the exchange took: the offset is wrong by half of it at most. */
  roundTripMs: number;
}

/** The server's clock as seen in one exchange, taken to be half way. */
export function estimate(sample: ClockSample): ClockEstimate {
  return {
    offsetMs: sample.serverMs - (sample.sentMs + sample.receivedMs) / 2,
    roundTripMs: sample.receivedMs - sample.sentMs,
  };
}

/** The exchange with the shortest round trip knows best. */
export function bestEstimate(samples: readonly ClockSample[]): ClockEstimate | null {
  return samples
    .map(estimate)
    .reduce<ClockEstimate | null>((best, next) => (best && best.roundTripMs <= next.roundTripMs ? best : next), null);
}

/** Our own clock: never set back by the system while the page is open. */
export function localNow(): number {
  return performance.timeOrigin + performance.now();
}

/** The server's clock, as well as we know it. */
export class ServerClock {
  #offsetMs = 0;
  /** The least that the offset can be, by the messages since the last synchronisation. */
  #floorMs = -Infinity;
  #local: () => number;

  constructor(local: () => number = localNow) {
    this.#local = local;
  }

  now(): number {
    return this.#local() + this.#offsetMs;
  }

  /** A first estimate from a message with the server's time: late by the message's latency. */
  guess(serverMs: number): void {
    this.#offsetMs = serverMs - this.#local();
  }

  /**
   * The server's time in a message that has just arrived: the current time is at least that. So the clock catches up after a sleep of the
   * device, in which the local one stood still.
   */
  heard(serverMs: number): void {
    this.#floorMs = Math.max(this.#floorMs, serverMs - this.#local());
    this.#offsetMs = Math.max(this.#offsetMs, this.#floorMs);
  }

  /** Asks several times and keeps the best answer. */
  async synchronise(ask: () => Promise<number>, times = 4): Promise<void> {
    const samples: ClockSample[] = [];
    this.#floorMs = -Infinity;
    for (let time = 0; time < times; time++) {
      const sentMs = this.#local();
      const serverMs = await ask();
      const receivedMs = this.#local();
      samples.push({ sentMs, serverMs, receivedMs });
      this.#floorMs = Math.max(this.#floorMs, serverMs - receivedMs);
    }
    const best = bestEstimate(samples);
    if (best) this.#offsetMs = Math.max(best.offsetMs, this.#floorMs);
  }
}
