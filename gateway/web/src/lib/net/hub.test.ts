import { describe, expect, it, vi } from 'vitest';
import { connectionTimings } from '$lib/contract';
import { openHub, refused } from './hub';

const asked = vi.hoisted(() => ({ keepAliveMs: 0, timeoutMs: 0 }));

vi.mock('@microsoft/signalr', async (original) => {
  const signalr = await original<typeof import('@microsoft/signalr')>();
  class Builder extends signalr.HubConnectionBuilder {
    override withUrl(url: string, options?: unknown) {
      return super.withUrl(`http://localhost${url}`, options as object);
    }

    override build() {
      const connection = super.build();
      asked.keepAliveMs = connection.keepAliveIntervalInMilliseconds;
      asked.timeoutMs = connection.serverTimeoutInMilliseconds;
      return connection;
    }
  }
  return { ...signalr, HubConnectionBuilder: Builder };
});

/** A socket that never finishes connecting: nothing rejects it. */
class HangingSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static opened: HangingSocket[] = [];
  readyState = HangingSocket.CONNECTING;
  onclose: ((event: object) => void) | null = null;

  constructor() {
    HangingSocket.opened.push(this);
  }

  close() {
    this.readyState = 3;
    this.onclose?.({ wasClean: false });
  }
}

vi.stubGlobal('WebSocket', HangingSocket);

describe('a connection to the hub', () => {
  it('gives its socket up at once when it is stopped while it connects', async () => {
    const hub = openHub({});
    const start = expect(hub.start()).rejects.toThrow();
    await vi.waitFor(() => expect(HangingSocket.opened).toHaveLength(1));
    await hub.stop();
    await start;
    expect(HangingSocket.opened[0]?.readyState).toBe(3);
  });

  it("pings and gives up at the times that the server's contract states", () => {
    openHub({});
    expect(asked).toEqual({
      keepAliveMs: connectionTimings.clientKeepAliveMs,
      timeoutMs: connectionTimings.clientTimeoutMs,
    });
  });
});

describe('a call that the server refuses before it reaches the method', () => {
  it('is a reply with a code, and not the loss of the connection', () => {
    const error = new Error("An unexpected error occurred invoking 'Join' on the server. HubException: invalidMessage");
    expect(refused(error).refusal?.code).toBe('invalidMessage');
  });

  it('is the loss of the connection when it says no code', () => {
    const lost = new Error('Invocation canceled due to the underlying connection being closed.');
    expect(() => refused(lost)).toThrow(lost);
  });
});
