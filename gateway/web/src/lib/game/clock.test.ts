import { describe, expect, it } from 'vitest';
import { bestEstimate, estimate, ServerClock } from './clock';

describe('the estimate of the server clock', () => {
  it('takes the reading to be half way of the exchange', () => {
    expect(estimate({ sentMs: 100, receivedMs: 140, serverMs: 5120 })).toEqual({ offsetMs: 5000, roundTripMs: 40 });
  });

  it('trusts the shortest round trip', () => {
    const samples = [
      { sentMs: 0, receivedMs: 400, serverMs: 5390 },
      { sentMs: 500, receivedMs: 520, serverMs: 5510 },
      { sentMs: 600, receivedMs: 900, serverMs: 5610 },
    ];
    expect(bestEstimate(samples)).toEqual({ offsetMs: 5000, roundTripMs: 20 });
    expect(bestEstimate([])).toBeNull();
  });

  it('is right to half of the best round trip however uneven the link', async () => {
    let local = 1_000;
    const clock = new ServerClock(() => local);
    const links: [number, number][] = [
      [300, 10],
      [5, 25],
      [80, 200],
      [500, 500],
    ];
    await clock.synchronise(() => {
      const [there, back] = links.shift() ?? [0, 0];
      local += there;
      const server = local + 50_000;
      local += back;
      return Promise.resolve(server);
    });
    expect(Math.abs(clock.now() - (local + 50_000))).toBeLessThanOrEqual(15);
  });

  it('starts from the time that a welcome tells', () => {
    const clock = new ServerClock(() => 10);
    clock.guess(7_010);
    expect(clock.now()).toBe(7_010);
  });

  it('catches up with the first message after a sleep in which the local clock stood still', () => {
    let local = 1_000;
    const clock = new ServerClock(() => local);
    clock.guess(50_000);
    local += 100;
    clock.heard(65_080);
    expect(clock.now()).toBe(65_080);
  });

  it('is never set back by a message that was late', () => {
    let local = 1_000;
    const clock = new ServerClock(() => local);
    clock.guess(50_000);
    local += 500;
    clock.heard(50_100);
    expect(clock.now()).toBe(50_500);
  });

  it('never lags behind what a message said, whatever the best sample says', async () => {
    let local = 0;
    const clock = new ServerClock(() => local);
    // The best of the samples took 100 ms, all of them on the way back; a frame that arrived at once overtook its reply.
    let asked = 0;
    await clock.synchronise(() => {
      const server = local + 1_000;
      local += 50 * (asked + 2);
      if (asked++ === 0) clock.heard(local + 999);
      return Promise.resolve(server);
    });
    expect(clock.now()).toBe(local + 999);
  });

  it('forgets with each synchronisation what a server with another clock said before', async () => {
    let local = 0;
    const clock = new ServerClock(() => local);
    clock.guess(10_000);
    clock.heard(12_000);
    await clock.synchronise(() => {
      local += 10;
      return Promise.resolve(local + 5_000);
    });
    expect(clock.now()).toBe(local + 5_005);
  });
});
