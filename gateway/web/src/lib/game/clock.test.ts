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
});
