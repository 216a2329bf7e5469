import { HttpTransportType } from '@microsoft/signalr';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isNetworkBlocking, Transports, transports } from './transports';

const { WebSockets, ServerSentEvents, LongPolling } = HttpTransportType;

describe('the transport of the next connection', () => {
  it('is a WebSocket first, then events, then polling, and begins again', () => {
    const choice = new Transports();
    const tried = [choice.current];
    for (let tries = 0; tries < 3; tries++) {
      choice.notStarted(10, false);
      tried.push(choice.current);
    }
    expect(tried).toEqual([WebSockets, ServerSentEvents, LongPolling, WebSockets]);
    expect(choice.isExhausted).toBe(true);
  });

  it('is another one after a WebSocket that was swallowed, and the same after one that the page gave up at once', () => {
    const choice = new Transports();
    choice.notStarted(100, true);
    expect(choice.current).toBe(WebSockets);
    choice.notStarted(4_000, true);
    expect(choice.current).toBe(ServerSentEvents);
  });

  it('is another one after a WebSocket that was cut as soon as it was open', () => {
    const choice = new Transports();
    choice.ended(WebSockets, 300, false);
    expect(choice.current).toBe(ServerSentEvents);
  });

  it('stays the one that worked where no WebSocket ever did', () => {
    const choice = new Transports();
    choice.notStarted(10, false);
    choice.ended(ServerSentEvents, 60_000, false);
    expect(choice.current).toBe(ServerSentEvents);
    expect(choice.isExhausted).toBe(false);
  });

  it('is a WebSocket again after an outage where one worked before', () => {
    const choice = new Transports();
    choice.ended(WebSockets, 60_000, false);
    choice.notStarted(10, false);
    choice.ended(ServerSentEvents, 60_000, false);
    expect(choice.current).toBe(WebSockets);
  });
});

describe('a network', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('blocks live connections when every transport failed and single requests are answered', async () => {
    const ready = vi.fn(() => Promise.resolve(new Response(null, { status: 200 })));
    vi.stubGlobal('fetch', ready);
    expect(await isNetworkBlocking()).toBe(false);
    expect(ready).not.toHaveBeenCalled();
    for (let tries = 0; tries < 3; tries++) transports.notStarted(10, false);
    expect(await isNetworkBlocking()).toBe(true);
    ready.mockResolvedValueOnce(new Response(null, { status: 503 }));
    expect(await isNetworkBlocking()).toBe(false);
    ready.mockRejectedValueOnce(new TypeError('no network'));
    expect(await isNetworkBlocking()).toBe(false);
  });
});
