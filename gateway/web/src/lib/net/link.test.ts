import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Acknowledged, AnswerRequest, ClockReading, GameErrorCode, Reply } from '$lib/contract';
import type { Hub, HubListener } from './hub';
import { Link, type LinkStatus } from './link';

const acknowledged: Reply<Acknowledged> = { value: { round: 0, answer: { kind: 'choice', option: 1 } }, refusal: null };
const refused = (code: GameErrorCode): Reply<Acknowledged> => ({
  value: null,
  refusal: { code, retryAfterMs: null, place: null, traceId: null },
});
const request: AnswerRequest = { round: 0, answer: { kind: 'choice', option: 1 }, operationId: 'one' };

/** A connection that is dead, and does not say so. */
const silent = <T>(): Promise<T> => new Promise(() => undefined);

/** Servers that answer as configured, one for every connection that is opened. */
function world(bind: (hub: Hub) => Promise<boolean> = () => Promise.resolve(true)) {
  const connections: { hub: Hub; listener: HubListener; answers: AnswerRequest[]; pings: number; stopped: boolean }[] =
    [];
  const statuses: LinkStatus[] = [];
  const behaviour = {
    start: () => Promise.resolve(),
    answer: (): Promise<Reply<Acknowledged>> => Promise.resolve(acknowledged),
    clock: (): Promise<Reply<ClockReading>> => Promise.resolve({ value: { nowMs: 0 }, refusal: null }),
    watched: true,
  };
  const unexpected = () => Promise.reject(new Error('unexpected'));
  const link = new Link({
    open: (listener) => {
      const answers: AnswerRequest[] = [];
      const connection = { listener, answers, pings: 0, stopped: false };
      const hub: Hub = {
        start: () => behaviour.start(),
        stop: () => Promise.resolve(void (opened.stopped = true)),
        answer: (sent) => {
          answers.push(sent);
          return behaviour.answer();
        },
        find: unexpected,
        suggestName: unexpected,
        join: unexpected,
        resume: unexpected,
        clock: () => {
          opened.pings++;
          return behaviour.clock();
        },
        attach: unexpected,
        watch: unexpected,
        command: unexpected,
        useHint: unexpected,
        next: unexpected,
        usePowerUp: unexpected,
        changeFace: unexpected,
        react: unexpected,
        takeSeat: unexpected,
        offerSeat: unexpected,
      };
      const opened = { ...connection, hub };
      connections.push(opened);
      return hub;
    },
    listener: {},
    bind,
    ping: (hub) => hub.clock(),
    isWatched: () => behaviour.watched,
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

  it('sends an answer that got no reply again over another connection with the same operation id', async () => {
    const { link, connections, behaviour } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    behaviour.answer = silent;
    const outcome = link.call((hub) => hub.answer(request));
    await vi.advanceTimersByTimeAsync(1_499);
    expect(connections).toHaveLength(1);
    behaviour.answer = () => Promise.resolve(acknowledged);
    await vi.advanceTimersByTimeAsync(1);
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
    link.check();
    await vi.advanceTimersByTimeAsync(0);
    expect(await outcome).toBe(acknowledged);
  });

  it('keeps the connection of a server that is too busy to bind it, and asks again over the same one', async () => {
    let busy = 3;
    const attempt = () => Promise.resolve(busy-- > 0 ? refused('overloaded') : acknowledged);
    const { link, connections, statuses } = world(async () => (await link.over(attempt)).value !== null);
    void link.run();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(statuses).toEqual(['online']);
    expect(connections).toHaveLength(1);
  });

  it('keeps a connection whose ping was refused', async () => {
    const { link, connections, behaviour } = world();
    behaviour.clock = () =>
      Promise.resolve({
        value: null,
        refusal: { code: 'tooFast', retryAfterMs: 100, place: null, traceId: null },
      });
    void link.run();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(link.status).toBe('online');
    expect(connections).toHaveLength(1);
    expect(connections[0]?.pings).toBeGreaterThan(2);
  });

  it('waits as long as a refusal demands, says so, and sends the request again', async () => {
    const { link, connections, behaviour } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    const waits: number[] = [];
    behaviour.answer = () =>
      Promise.resolve({
        value: null,
        refusal: { code: 'tooFast', retryAfterMs: 4_000, place: null, traceId: null },
      });
    const outcome = link.call(
      (hub) => hub.answer(request),
      (_, waitMs) => waits.push(waitMs),
    );
    await vi.advanceTimersByTimeAsync(4_999);
    expect(waits).toEqual([5_000]);
    behaviour.answer = () => Promise.resolve(acknowledged);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toBe(acknowledged);
    expect(connections).toHaveLength(1);
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

  it('receives nothing more from a connection that it has given up', async () => {
    const { link, connections, statuses } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    link.drop();
    await vi.advanceTimersByTimeAsync(300);
    connections[0]?.listener.lost?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(statuses).toEqual(['online', 'lost', 'online']);
  });

  it('waits for a slow server over the connection that it has, as long as that gives signs of life', async () => {
    const { link, connections, behaviour } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    behaviour.answer = silent;
    void link.call((hub) => hub.answer(request));
    await vi.advanceTimersByTimeAsync(750);
    connections[0]?.listener.alive?.();
    await vi.advanceTimersByTimeAsync(7_249);
    expect(connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(connections).toHaveLength(2);
  });

  it('opens a second connection beside a doubtful one, and stays with the first if that revives', async () => {
    const { link, connections, behaviour, statuses } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    let reply: (value: Reply<Acknowledged>) => void = () => undefined;
    behaviour.answer = () => new Promise((resolve) => (reply = resolve));
    behaviour.start = silent;
    const outcome = link.call((hub) => hub.answer(request));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(connections).toHaveLength(2);
    expect(connections[0]?.stopped).toBe(false);
    reply(acknowledged);
    expect(await outcome).toBe(acknowledged);
    await vi.advanceTimersByTimeAsync(0);
    expect(connections.map((connection) => connection.stopped)).toEqual([false, true]);
    expect(statuses).toEqual(['online', 'lost', 'online']);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(connections).toHaveLength(2);
  });

  it('does not open connections without a pause while starts beside a doubtful one fail', async () => {
    const { link, connections, behaviour } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    behaviour.answer = silent;
    behaviour.start = () => Promise.reject(new Error('refused'));
    void link.call((hub) => hub.answer(request));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(connections.length).toBeGreaterThan(3);
    expect(connections.length).toBeLessThan(10);
  });

  it('gives a network on which starts take long as long to reply', async () => {
    const { link, connections, behaviour } = world();
    behaviour.start = () => new Promise((resolve) => setTimeout(resolve, 3_000));
    void link.run();
    await vi.advanceTimersByTimeAsync(3_000);
    behaviour.answer = silent;
    void link.call((hub) => hub.answer(request));
    await vi.advanceTimersByTimeAsync(2_999);
    expect(connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(300);
    expect(connections).toHaveLength(2);
  });

  it('tries again soon while starts meet silence, so that it is back soon after the network', async () => {
    const { link, connections, behaviour } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    behaviour.start = silent;
    link.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connections.length).toBeGreaterThan(60 / 4.3);
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

describe('a quiet link', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('pings a server that has been silent for four seconds, and not one that talks', async () => {
    const { link, connections } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    for (let second = 0; second < 20; second += 2) {
      connections[0]?.listener.alive?.();
      await vi.advanceTimersByTimeAsync(2_000);
    }
    expect(connections[0]?.pings).toBe(0);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(connections[0]?.pings).toBeGreaterThan(7);
    expect(connections[0]?.pings).toBeLessThan(11);
  });

  it('replaces a connection that died in silence within seven seconds', async () => {
    const { link, connections, behaviour, statuses } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    behaviour.clock = silent;
    await vi.advanceTimersByTimeAsync(6_900);
    expect(connections).toHaveLength(2);
    expect(connections[0]?.stopped).toBe(true);
    expect(statuses).toEqual(['online', 'lost', 'online']);
  });

  it('does not ping from a page that is out of sight', async () => {
    const { link, connections, behaviour } = world();
    behaviour.watched = false;
    void link.run();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connections[0]?.pings).toBe(0);
  });

  it('is checked when the page is looked at again, and does not claim to be online until the server replies', async () => {
    const { link, connections, behaviour, statuses } = world();
    behaviour.watched = false;
    void link.run();
    await vi.advanceTimersByTimeAsync(60_000);
    behaviour.watched = true;
    behaviour.clock = silent;
    expect(link.check()).toBe(true);
    expect(link.status).toBe('checking');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(connections).toHaveLength(2);
    expect(statuses).toEqual(['online', 'checking', 'lost', 'online']);
  });

  it('is online again at once when the check is answered', async () => {
    const { link, connections, behaviour, statuses } = world();
    behaviour.watched = false;
    void link.run();
    await vi.advanceTimersByTimeAsync(60_000);
    link.check();
    await vi.advanceTimersByTimeAsync(0);
    expect(statuses).toEqual(['online', 'checking', 'online']);
    expect(connections).toHaveLength(1);
  });

  it('is checked after an unannounced sleep of the device', async () => {
    const { link, connections, behaviour } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(500);
    behaviour.clock = silent;
    vi.setSystemTime(Date.now() + 3_500);
    await vi.advanceTimersByTimeAsync(500);
    expect(connections[0]?.pings).toBe(1);
    expect(link.status).toBe('checking');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(connections).toHaveLength(2);
  });

  it('abandons a start that waits for lost packets when the network is back', async () => {
    const { link, connections, behaviour } = world();
    behaviour.start = silent;
    void link.run();
    await vi.advanceTimersByTimeAsync(3_000);
    behaviour.start = () => Promise.resolve();
    link.check();
    await vi.advanceTimersByTimeAsync(0);
    expect(link.status).toBe('online');
    expect(connections).toHaveLength(2);
  });

  it('closes its connection while the page is away and opens another when it is back', async () => {
    const { link, connections } = world();
    void link.run();
    await vi.advanceTimersByTimeAsync(0);
    link.suspend();
    link.suspend();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connections.map((connection) => connection.stopped)).toEqual([true]);
    link.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(link.status).toBe('online');
    expect(connections).toHaveLength(2);
  });
});
