import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Acknowledged, AnswerRequest, Refusal, Reply } from '$lib/contract';
import type { Hub, HubListener } from './hub';
import { Link, type LinkStatus } from './link';

const acknowledged: Reply<Acknowledged> = { value: { round: 0, choice: 1 }, refusal: null };
const refused = (code: Refusal): Reply<Acknowledged> => ({
  value: null,
  refusal: { code, retryAfterMs: null, place: null, traceId: null },
});
const request: AnswerRequest = { round: 0, choice: 1, operationId: 'one' };

/** Servers that answer as told, one for every connection that is opened. */
function world(bind: (hub: Hub) => Promise<boolean> = () => Promise.resolve(true)) {
  const connections: { hub: Hub; listener: HubListener; answers: AnswerRequest[] }[] = [];
  const statuses: LinkStatus[] = [];
  const behaviour = {
    start: () => Promise.resolve(),
    answer: (): Promise<Reply<Acknowledged>> => Promise.resolve(acknowledged),
  };
  const unexpected = () => Promise.reject(new Error('unexpected'));
  const link = new Link({
    open: (listener) => {
      const answers: AnswerRequest[] = [];
      const hub: Hub = {
        start: () => behaviour.start(),
        stop: () => Promise.resolve(),
        answer: (sent) => {
          answers.push(sent);
          return behaviour.answer();
        },
        find: unexpected,
        suggestName: unexpected,
        join: unexpected,
        resume: unexpected,
        clock: unexpected,
        attach: unexpected,
        command: unexpected,
      };
      connections.push({ hub, listener, answers });
      return hub;
    },
    listener: {},
    bind,
    onStatus: (status) => statuses.push(status),
    random: () => 1,
  });
  return { link, connections, statuses, behaviour };
}

describe('a link', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('comes back after a loss and binds each new connection', async () => {
    const bind = vi.fn(() => Promise.resolve(true));
    const { link, connections, statuses } = world(bind);
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    connections[0]?.listener.lost?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(link.status).toBe('lost');
    await vi.advanceTimersByTimeAsync(300);
    expect(statuses).toEqual(['online', 'lost', 'online']);
    expect(bind).toHaveBeenCalledTimes(2);
  });

  it('sends an answer that got no reply again with the same operation id', async () => {
    const { link, connections, behaviour } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    behaviour.answer = () => new Promise(() => undefined);
    const outcome = link.call((hub) => hub.answer(request));
    await vi.advanceTimersByTimeAsync(7_999);
    expect(connections).toHaveLength(1);
    behaviour.answer = () => Promise.resolve(acknowledged);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toBe(acknowledged);
    expect(connections.map((connection) => connection.answers)).toEqual([[request], [request]]);
  });

  it('holds an answer given while it is down until it is up', async () => {
    const { link, connections, behaviour } = world();
    behaviour.start = () => Promise.reject(new Error('no network'));
    void link.run();
    const outcome = link.call((hub) => hub.answer(request));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(connections.length).toBeGreaterThan(2);
    behaviour.start = () => Promise.resolve();
    link.hurry();
    await vi.advanceTimersByTimeAsync(0);
    expect(await outcome).toBe(acknowledged);
  });

  it('sends an answer that the server could not store again as soon as it can', async () => {
    const { link, connections, behaviour } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    behaviour.answer = () => Promise.resolve(refused('unavailable'));
    const outcome = link.call((hub) => hub.answer(request));
    await vi.advanceTimersByTimeAsync(30_000);
    const tries = connections[0]?.answers.length ?? 0;
    expect(tries).toBeGreaterThan(5);
    behaviour.answer = () => Promise.resolve(acknowledged);
    link.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(await outcome).toBe(acknowledged);
    expect(connections[0]?.answers).toHaveLength(tries + 1);
  });

  it('hears nothing more from a connection that it has given up', async () => {
    const { link, connections, statuses } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    link.drop();
    await vi.advanceTimersByTimeAsync(300);
    connections[0]?.listener.lost?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(statuses).toEqual(['online', 'lost', 'online']);
  });

  it('stops when its session is closed to it, and says so to who waits', async () => {
    const { link, connections } = world(() => Promise.resolve(false));
    const run = link.run();
    const outcome = expect(link.call((hub) => hub.answer(request))).rejects.toThrow('stopped');
    await vi.advanceTimersByTimeAsync(10_000);
    await run;
    await outcome;
    expect(link.status).toBe('stopped');
    expect(connections).toHaveLength(1);
  });
});
