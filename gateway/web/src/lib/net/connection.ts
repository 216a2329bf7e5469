import type { Hub, HubListener } from './hub';

/** One connection to the hub: when it last gave a sign of life, and its end. */
export class Connection {
  readonly hub: Hub;
  /** Rejects once the connection is closed, by either side: to be raced against awaited replies. */
  readonly closed: Promise<never>;
  #isOpen = true;
  #signs = 0;
  #onSign: () => void;
  #reject!: (reason: Error) => void;

  constructor(open: (listener: HubListener) => Hub, listener: HubListener, onSign: (connection: Connection) => void) {
    this.closed = new Promise((_, reject) => (this.#reject = reject));
    this.closed.catch(() => undefined);
    this.#onSign = () => onSign(this);
    // All of them: a message that is not named here does not arrive.
    const guarded: Required<HubListener> = {
      session: this.#guard(listener.session),
      seat: this.#guard(listener.seat),
      host: this.#guard(listener.host),
      reactions: this.#guard(listener.reactions),
      closed: this.#guard(listener.closed),
      alive: this.#guard(listener.alive),
      lost: () => this.close(),
    };
    this.hub = open(guarded);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** How many frames and replies have arrived so far: a larger number than before is a sign of life. */
  get signs(): number {
    return this.#signs;
  }

  /** Something has arrived. */
  heard(): void {
    if (!this.#isOpen) return;
    this.#signs++;
    this.#onSign();
  }

  /** Nothing that arrives after this is passed on. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#reject(new Error('The connection was lost.'));
    void this.hub.stop();
  }

  #guard<A extends unknown[]>(listen: ((...args: A) => void) | undefined): (...args: A) => void {
    return (...args) => {
      if (!this.#isOpen) return;
      this.heard();
      listen?.(...args);
    };
  }
}
