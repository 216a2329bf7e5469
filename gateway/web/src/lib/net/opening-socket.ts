import type { IHttpConnectionOptions } from '@microsoft/signalr';

/**
 * The WebSocket of a connection while it opens. SignalR waits for it even when it is stopped, and browsers open one at a time: one that
 * is never answered would delay the next ones.
 */
export class OpeningSocket {
  #socket: WebSocket | null = null;

  readonly options: IHttpConnectionOptions = {};

  constructor() {
    const opened = (socket: WebSocket) => (this.#socket = socket);
    if (typeof WebSocket === 'undefined') return;
    // SignalR takes it, and leaves it out of its types.
    const options = {
      WebSocket: class extends WebSocket {
        constructor(url: string, protocols?: string | string[]) {
          super(url, protocols);
          opened(this);
        }
      },
    };
    this.options = options as IHttpConnectionOptions;
  }

  /** Gives it up if it is still opening. */
  close(): void {
    if (this.#socket?.readyState === WebSocket.CONNECTING) this.#socket.close();
  }
}
