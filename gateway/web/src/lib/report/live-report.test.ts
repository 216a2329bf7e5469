import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReportReply } from '$lib/contract';
import { ApiError } from '$lib/net/http';
import type { SeenReport } from '$lib/net/reports';
import { LiveReport } from './live-report.svelte';

const reply = (isOver: boolean) => ({ isOver }) as ReportReply;

describe('a report that follows its game', () => {
  const page = { visibilityState: 'visible' };
  beforeEach(() => {
    vi.useFakeTimers();
    page.visibilityState = 'visible';
    vi.stubGlobal('document', page);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('asks with what it saw, keeps that if nothing has changed, and stops when the game is over', async () => {
    const replies = [{ report: reply(false), etag: '"1"' }, null, { report: reply(true), etag: '"2"' }];
    const seen: (string | null)[] = [];
    const live = new LiveReport((etag) => {
      seen.push(etag);
      return Promise.resolve(replies.shift() ?? null);
    });
    await live.refresh();
    expect(live.report?.isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(live.report?.isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(live.report?.isOver).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual([null, '"1"', '"1"']);
  });

  it('keeps what it has while the server is away, and goes on', async () => {
    let isAway = false;
    const live = new LiveReport(() =>
      isAway ? Promise.reject(new ApiError('unavailable')) : Promise.resolve({ report: reply(false), etag: '"1"' }),
    );
    await live.refresh();
    isAway = true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect([live.report?.isOver, live.refusal]).toEqual([false, 'unavailable']);
    isAway = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(live.refusal).toBeNull();
    live.stop();
  });

  it('shows and asks nothing more once the game is no longer the caller’s to see', async () => {
    const read = vi.fn(() => Promise.resolve<SeenReport | null>({ report: reply(false), etag: '"1"' }));
    const live = new LiveReport(read);
    await live.refresh();
    read.mockRejectedValue(new ApiError('unknownSession'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect([live.report, live.refusal]).toEqual([null, 'unknownSession']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('asks nothing while nobody looks at the page, nor after its end', async () => {
    const read = vi.fn(() => Promise.resolve(null));
    const live = new LiveReport(read);
    page.visibilityState = 'hidden';
    await live.refresh();
    page.visibilityState = 'visible';
    live.stop();
    await live.refresh();
    expect(read).not.toHaveBeenCalled();
  });
});
