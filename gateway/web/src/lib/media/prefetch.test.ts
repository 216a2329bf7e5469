import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NextMedium } from '$lib/contract';
import { Prefetch } from './prefetch';
import { takeMediaFrom } from './sources';

const picture = (name: string): NextMedium => ({ name, kind: 'picture', width: 4_000, isOfOption: false });
const sound: NextMedium = { name: 's', kind: 'audio', width: null, isOfOption: false };

describe('the media of the question to come', () => {
  const loaded: string[] = [];
  let prefetch: Prefetch;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('screen', { width: 360, height: 740 });
    vi.stubGlobal('devicePixelRatio', 3);
    takeMediaFrom((name, width) => `${name} ${width ?? 'whole'}`);
    loaded.length = 0;
    prefetch = new Prefetch((url) => loaded.push(url));
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('are loaded once, within a second, in the size in which they will be shown', () => {
    prefetch.next([picture('a'), { ...picture('b'), isOfOption: true }, sound]);
    expect(loaded).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(loaded).toEqual(['a 1280', 'b 1280', 's whole']);
    prefetch.next([picture('a'), picture('c')]);
    vi.advanceTimersByTime(1_000);
    expect(loaded).toEqual(['a 1280', 'b 1280', 's whole', 'c 1280']);
  });

  it('are not loaded by a page that was left before', () => {
    prefetch.next([picture('a')])();
    vi.advanceTimersByTime(1_000);
    expect(loaded).toEqual([]);
  });
});
