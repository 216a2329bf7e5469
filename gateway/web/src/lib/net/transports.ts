import { HttpTransportType } from '@microsoft/signalr';
import { connectionTimings } from '$lib/contract';

/** A WebSocket first; where a network blocks it, what plain HTTP can do. */
const ways = [HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling] as const;

/** Cut so soon after it opened, a connection was let through by mistake. */
const shortLifeMs = 3_000;

/** Which transport carries the next connection of this page: the one that worked last, else the next one after each failure. */
export class Transports {
  #index = 0;
  #failures = 0;
  #webSocketWorks = false;

  get current(): HttpTransportType {
    return ways[this.#index] ?? ways[0];
  }

  /** Null where the transport itself reports that it cannot start. */
  get startTimeoutMs(): number | null {
    return this.current === HttpTransportType.WebSockets ? connectionTimings.webSocketStartMs : null;
  }

  /** A connection did not start: by itself, or because the page waited no longer. */
  notStarted(waitedMs: number, byPage: boolean): void {
    if (!byPage || waitedMs >= shortLifeMs) this.#next();
  }

  /** A connection ended that had started: by itself after so long, or because the page closed it. */
  ended(transport: HttpTransportType, livedMs: number, byPage: boolean): void {
    if (livedMs >= shortLifeMs) {
      this.#failures = 0;
      this.#webSocketWorks ||= transport === HttpTransportType.WebSockets;
    } else if (!byPage && !this.#webSocketWorks) {
      this.#next();
    }
    // Something else may have been tried while the network was down.
    if (this.#webSocketWorks) this.#index = 0;
  }

  /** Whether every transport has failed in a row. */
  get isExhausted(): boolean {
    return this.#failures >= ways.length;
  }

  #next(): void {
    this.#failures++;
    this.#index = (this.#index + 1) % ways.length;
  }
}

/** What holds for one connection of a page holds for the next: they share the network. */
export const transports = new Transports();

/** Whether the network lets single requests through and no live connection: a gateway that is ready answers, and every transport failed. */
export async function isNetworkBlocking(): Promise<boolean> {
  if (!transports.isExhausted) return false;
  try {
    return (await fetch('/healthz/ready', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
