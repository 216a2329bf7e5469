import { connectionTimings, type Reply } from '$lib/contract';
import { backoffMs, settle } from '$lib/game/settle';
import type { Hub, HubListener } from './hub';

export type LinkStatus = 'connecting' | 'online' | 'lost' | 'stopped';

export interface LinkOptions {
  open: (listener: HubListener) => Hub;
  listener: HubListener;
  /** Makes a fresh connection ours (resume, attach). False: there is no use in going on. */
  bind: (hub: Hub) => Promise<boolean>;
  onStatus: (status: LinkStatus) => void;
  random?: () => number;
}

/** A connection that comes back: opened, bound, and opened again after every loss until it is stopped. */
export class Link {
  readonly #options: LinkOptions;
  #hub: Hub | null = null;
  #status: LinkStatus = 'connecting';
  #onlineWaiters: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  readonly #pauses = new Set<() => void>();
  #lose: () => void = () => undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  get status(): LinkStatus {
    return this.#status;
  }

  /** Connects, and stays connected until {@link stop}. Resolves when stopped. */
  async run(): Promise<void> {
    for (let tries = 0; !this.#stopped(); tries++) {
      if (await this.#connectOnce()) tries = 0;
      if (this.#stopped()) return;
      this.#setStatus(this.#status === 'connecting' && tries === 0 ? 'connecting' : 'lost');
      await this.#pause(backoffMs(tries, this.#options.random));
    }
  }

  stop(): void {
    this.#setStatus('stopped');
    for (const waiter of this.#onlineWaiters.splice(0)) waiter.reject(new Error('The connection was stopped.'));
    this.#endPauses();
    this.#lose();
  }

  /** Sends one request until its outcome is known, across losses of the connection. */
  call<T>(request: (hub: Hub) => Promise<Reply<T>>): Promise<Reply<T>> {
    return settle(() => this.#send(request), {
      ready: () => this.#online(),
      wait: (ms) => this.#pause(ms),
      ...(this.#options.random && { random: this.#options.random }),
    });
  }

  /** Sends one request now, once. */
  async once<T>(request: (hub: Hub) => Promise<Reply<T>>): Promise<Reply<T>> {
    await this.#online();
    return this.#send(request);
  }

  /** Asks for the whole state again over the connection that is there. */
  async rebind(): Promise<void> {
    const hub = this.#hub;
    if (!hub || this.#status !== 'online') return;
    try {
      if (!(await this.#answered(this.#options.bind(hub)))) this.stop();
    } catch {
      this.drop();
    }
  }

  /** Gives the connection up and opens another. */
  drop(): void {
    this.#lose();
  }

  /** Sends what waits to be sent again now: the server has said that it can deal with it. */
  retry(): void {
    this.#endPauses();
  }

  /** Tries again now: the network is back, or the page is looked at again. */
  hurry(): void {
    if (this.#status !== 'online') this.#endPauses();
  }

  async #connectOnce(): Promise<boolean> {
    const lost = new Promise<void>((resolve) => (this.#lose = resolve));
    let alive = true;
    const guard =
      <A extends unknown[]>(listen: ((...args: A) => void) | undefined) =>
      (...args: A) => {
        if (alive) listen?.(...args);
      };
    const { listener, open, bind } = this.#options;
    const hub = open({
      session: guard(listener.session),
      seat: guard(listener.seat),
      host: guard(listener.host),
      closed: guard(listener.closed),
      lost: guard(() => this.#lose()),
    });
    const wentAway = lost.then(() => Promise.reject(new Error('The connection was lost.')));
    try {
      await Promise.race([this.#answered(hub.start()), wentAway]);
      this.#hub = hub;
      if (!(await Promise.race([this.#answered(bind(hub)), wentAway]))) {
        this.stop();
        return true;
      }
      this.#setStatus('online');
      for (const waiter of this.#onlineWaiters.splice(0)) waiter.resolve();
      await lost;
      return true;
    } catch {
      return false;
    } finally {
      alive = false;
      this.#hub = null;
      wentAway.catch(() => undefined);
      void hub.stop();
    }
  }

  async #send<T>(request: (hub: Hub) => Promise<Reply<T>>): Promise<Reply<T>> {
    const hub = this.#hub;
    if (!hub) throw new Error('There is no connection.');
    try {
      return await this.#answered(request(hub));
    } catch (error) {
      if (this.#hub === hub) this.drop();
      throw error;
    }
  }

  async #answered<T>(reply: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('No reply in time.')), connectionTimings.requestTimeoutMs);
    });
    try {
      return await Promise.race([reply, timeout]);
    } finally {
      clearTimeout(timer);
    }
  }

  #online(): Promise<void> {
    if (this.#status === 'online') return Promise.resolve();
    if (this.#stopped()) return Promise.reject(new Error('The connection was stopped.'));
    return new Promise((resolve, reject) => this.#onlineWaiters.push({ resolve, reject }));
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#pauses.add(end);
    });
  }

  #endPauses(): void {
    for (const end of [...this.#pauses]) end();
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
