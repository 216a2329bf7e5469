import { connectionTimings, type Reply } from '$lib/contract';
import { backoffMs, retryUntilSettled, retryLocally, type RetryTools } from '$lib/game/retry-until-settled';
import { Connection } from './connection';
import type { Hub, HubListener } from './hub';
import { Pauses } from './pauses';

/** Online: the server sent something recently. Checking: it is overdue and is pinged. Lost: it does not answer. */
export type LinkStatus = 'connecting' | 'online' | 'checking' | 'lost' | 'stopped';

export interface LinkOptions {
  open: (listener: HubListener) => Hub;
  listener: HubListener;
  /** Binds a new connection (resume, attach). False: retrying is pointless. */
  bind: (hub: Hub) => Promise<boolean>;
  /** Asks for a sign of life: the cheapest request that has a reply. */
  ping: (hub: Hub) => Promise<unknown>;
  onStatus: (status: LinkStatus) => void;
  /** A connection could not be opened, or not be made ours. */
  onFailed?: () => void;
  /** How long the server may be silent before it is pinged. */
  quietMs?: () => number;
  /** Whether a person may be looking: a page in the background does not ping. */
  isWatched?: () => boolean;
  random?: () => number;
}

const { requestTimeoutMs, clientCheckMs, clientSilenceMs, clientStartMs } = connectionTimings;
const tickMs = 1_000;

class NoReplyError extends Error {}

/** A connection that reconnects: opened, bound, and reopened after every loss until it is stopped. */
export class Link {
  readonly #options: LinkOptions;
  #status: LinkStatus = 'connecting';
  /** Carries requests. Doubted: it has been silent for too long, and another one is opened beside it. */
  #current: Connection | null = null;
  #isBound = false;
  #isDoubted = false;
  #doubted: () => void = () => undefined;
  /** Opened, and not yet ours. */
  #spare: Connection | null = null;
  /** How long the last start took: a slow network gets more time. Null before the first. */
  #startedInMs: number | null = null;
  #heardAtMs = 0;
  #tickedAtMs = 0;
  #pinged: Connection | null = null;
  #isHurried = false;
  #isSuspended = false;
  #awake: Promise<void> = Promise.resolve();
  #wake: () => void = () => undefined;
  #onlineWaiters: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  readonly #pauses = new Pauses();

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  get status(): LinkStatus {
    return this.#status;
  }

  /** Connects, and stays connected until {@link stop}. Resolves when stopped. */
  async run(): Promise<void> {
    this.#tickedAtMs = Date.now();
    const ticking = setInterval(() => this.#tick(), tickMs);
    for (let tries = 0; !this.#stopped(); tries++) {
      await this.#awake;
      const outcome = await this.#connect();
      if (outcome === 'connected') {
        await this.#trouble();
        tries = 0;
      }
      if (this.#stopped() || this.#isSound()) continue;
      if (outcome !== 'connected') this.#options.onFailed?.();
      this.#setStatus(this.#status === 'connecting' && tries === 0 ? 'connecting' : 'lost');
      // A start that met silence has waited long enough; one that was refused at once has not.
      const ceilingMs = outcome === 'silent' ? 250 : tries < 12 ? 2_000 : 5_000;
      const isBeside = outcome === 'connected' && this.#current?.isOpen === true;
      if (!this.#isHurried && !isBeside) await this.#pauses.wait(backoffMs(tries, this.#options.random, ceilingMs));
      this.#isHurried = false;
    }
    clearInterval(ticking);
  }

  stop(): void {
    this.#setStatus('stopped');
    for (const waiter of this.#onlineWaiters.splice(0)) waiter.reject(new Error('The connection was stopped.'));
    this.#pauses.endAll();
    this.#wake();
    this.drop();
  }

  /** Sends one request until its outcome is known, across losses of the connection. */
  call<T>(request: (hub: Hub) => Promise<Reply<T>>, onRefused?: RetryTools['onRefused']): Promise<Reply<T>> {
    return retryUntilSettled(() => this.#send(request), {
      ready: () => this.#online(),
      wait: (ms) => this.#pauses.wait(ms),
      ...(this.#options.random && { random: this.#options.random }),
      ...(onRefused && { onRefused }),
    });
  }

  /** Sends one request now, once. */
  async once<T>(request: (hub: Hub) => Promise<T>): Promise<T> {
    await this.#online();
    return this.#send(request);
  }

  /** Sends one request over this connection until its outcome is known: a server that is busy is not helped by another connection. */
  over<T>(attempt: () => Promise<Reply<T>>): Promise<Reply<T>> {
    return retryLocally(attempt, {
      wait: (ms) => this.#pauses.wait(ms),
      ...(this.#options.random && { random: this.#options.random }),
    });
  }

  /** Asks for the whole state again over the connection that is there. */
  async rebind(): Promise<void> {
    if (!this.#isSound()) return;
    try {
      if (!(await this.#send(this.#options.bind))) this.stop();
    } catch {
      this.drop();
    }
  }

  /** Gives the connection up and opens another. */
  drop(): void {
    this.#current?.close();
    this.#spare?.close();
  }

  /** Sends what waits to be sent again now: the server has said that it can deal with it. */
  retry(): void {
    this.#pauses.endAll();
  }

  /** Finds out now whether the connection is alive. Returns false when it was known to be lost. */
  check(): boolean {
    if (!this.#isSound()) {
      // A start from before may wait long for a packet that was lost.
      this.#isHurried = this.#spare !== null;
      this.#spare?.close();
      this.#pauses.endAll();
      return false;
    }
    if (this.#isQuiet()) this.#setStatus('checking');
    this.#ping();
    return true;
  }

  /** Closes the connection until {@link resume}: the page is left, perhaps for good. */
  suspend(): void {
    if (this.#isSuspended) return;
    this.#isSuspended = true;
    this.#awake = new Promise((resolve) => (this.#wake = resolve));
    this.drop();
  }

  resume(): void {
    this.#isSuspended = false;
    this.#wake();
    this.retry();
  }

  async #connect(): Promise<'connected' | 'silent' | 'failed'> {
    if (this.#isSound()) return 'connected';
    const { open, listener, bind } = this.#options;
    const fresh = new Connection(open, listener, (connection) => this.#heard(connection));
    this.#spare = fresh;
    try {
      const startsAtMs = performance.now();
      await this.#replied(fresh, fresh.hub.start(), this.#startTimeoutMs());
      this.#startedInMs = performance.now() - startsAtMs;
      // The server will take this one for ours and dismiss the other: its farewell is not for us.
      this.#current?.close();
      [this.#current, this.#spare] = [fresh, null];
      [this.#isBound, this.#isDoubted] = [false, false];
      if (!(await this.#replied(fresh, bind(fresh.hub), requestTimeoutMs))) this.stop();
      this.#isBound = true;
      this.#heard(fresh);
      return 'connected';
    } catch (error) {
      fresh.close();
      return this.#isSound() ? 'connected' : error instanceof NoReplyError ? 'silent' : 'failed';
    } finally {
      this.#spare = null;
    }
  }

  /** Resolves when the connection has to be replaced. */
  async #trouble(): Promise<void> {
    const doubted = new Promise<void>((resolve) => (this.#doubted = resolve));
    if (this.#isSound()) await Promise.race([doubted, this.#current?.closed.catch(() => undefined)]);
  }

  async #send<T>(request: (hub: Hub) => Promise<T>): Promise<T> {
    const connection = this.#current;
    if (!connection || !this.#isSound()) throw new Error('There is no connection.');
    const { signs } = connection;
    const silence = setTimeout(() => {
      if (connection.signs === signs) this.#doubt(connection);
    }, this.#silenceMs());
    try {
      return await this.#replied(connection, request(connection.hub), requestTimeoutMs);
    } catch (error) {
      connection.close();
      throw error;
    } finally {
      clearTimeout(silence);
    }
  }

  async #replied<T>(connection: Connection, reply: Promise<T>, timeoutMs: number): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new NoReplyError('No reply in time.')), timeoutMs);
    });
    try {
      const value = await Promise.race([reply, connection.closed, timeout]);
      connection.heard();
      return value;
    } finally {
      clearTimeout(timer);
    }
  }

  #heard(connection: Connection): void {
    if (connection !== this.#current || !this.#isBound) return;
    this.#heardAtMs = Date.now();
    if (this.#isDoubted) {
      this.#isDoubted = false;
      this.#spare?.close();
    }
    this.#goOnline();
  }

  #doubt(connection: Connection): void {
    if (connection !== this.#current || !this.#isSound()) return;
    this.#isDoubted = true;
    this.#doubted();
  }

  #tick(): void {
    const sleptMs = Math.abs(Date.now() - this.#tickedAtMs) - tickMs;
    this.#tickedAtMs = Date.now();
    if (!this.#isSound() || !(this.#options.isWatched?.() ?? true)) return;
    if (sleptMs > 2 * tickMs) this.check();
    else if (this.#isQuiet()) this.#ping();
  }

  #ping(): void {
    const connection = this.#current;
    if (this.#pinged === connection) return;
    this.#pinged = connection;
    this.#send(this.#options.ping)
      .catch(() => undefined)
      .finally(() => (this.#pinged = this.#pinged === connection ? null : this.#pinged));
  }

  #goOnline(): void {
    this.#setStatus('online');
    for (const waiter of this.#onlineWaiters.splice(0)) waiter.resolve();
  }

  #online(): Promise<void> {
    if (this.#isSound()) return Promise.resolve();
    if (this.#stopped()) return Promise.reject(new Error('The connection was stopped.'));
    return new Promise((resolve, reject) => this.#onlineWaiters.push({ resolve, reject }));
  }

  /** Whether there is a connection that can be trusted with a request. */
  #isSound(): boolean {
    return this.#current !== null && this.#current.isOpen && this.#isBound && !this.#isDoubted;
  }

  /** Whether nothing was received for a while. In either direction: the device's clock may have been set. */
  #isQuiet(): boolean {
    return Math.abs(Date.now() - this.#heardAtMs) >= (this.#options.quietMs?.() ?? clientCheckMs);
  }

  #silenceMs(): number {
    return Math.min(requestTimeoutMs, Math.max(clientSilenceMs, this.#startedInMs ?? 0));
  }

  #startTimeoutMs(): number {
    if (this.#startedInMs === null) return requestTimeoutMs;
    return Math.min(requestTimeoutMs, Math.max(clientStartMs, 3 * this.#startedInMs));
  }

  #stopped(): boolean {
    return this.#status === 'stopped';
  }

  #setStatus(status: LinkStatus): void {
    if (this.#status === status || this.#stopped()) return;
    this.#status = status;
    this.#options.onStatus(status);
  }
}
