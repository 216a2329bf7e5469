import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HostKeys } from './host-keys';
import { hostRecord } from './records';

const code = 'K7P2XQ';
const joinUrl = 'https://quiz.example.org/j/K7P2XQ';
const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('the host keys of a browser', () => {
  it('store nothing of a link before the game has accepted its key', () => {
    const keys = new HostKeys(code, '#key=fresh');
    expect(keys.current).toBe('fresh');
    expect(hostRecord(code).get()).toBeNull();
    keys.accepted();
    expect(hostRecord(code).get()).toEqual({ hostKey: 'fresh' });
  });

  it('use the one that is held while the game accepts it, whatever a link brings', () => {
    hostRecord(code).set({ hostKey: 'held', joinUrl });
    const keys = new HostKeys(code, '#key=AAAA');
    expect(keys.current).toBe('held');
    keys.accepted();
    expect(hostRecord(code).get()).toEqual({ hostKey: 'held', joinUrl });
  });

  it('replace one that the game refuses by the accepted one of a link, and keep the rest of the record', () => {
    hostRecord(code).set({ hostKey: 'ended', joinUrl });
    const keys = new HostKeys(code, '#key=fresh');
    expect(keys.refused()).toBe(true);
    expect(keys.current).toBe('fresh');
    expect(hostRecord(code).get()).toEqual({ hostKey: 'ended', joinUrl });
    keys.accepted();
    expect(hostRecord(code).get()).toEqual({ hostKey: 'fresh', joinUrl });
  });

  it('keep the stored ones when the game refuses all of them', () => {
    hostRecord(code).set({ hostKey: 'held', joinUrl });
    const keys = new HostKeys(code, '#key=AAAA');
    expect(keys.refused()).toBe(true);
    expect(keys.refused()).toBe(false);
    expect(hostRecord(code).get()).toEqual({ hostKey: 'held', joinUrl });
  });

  it('are tried once where the link brings the one that is held', () => {
    hostRecord(code).set({ hostKey: 'held', joinUrl });
    expect(new HostKeys(code, '#key=held').refused()).toBe(false);
  });

  it('are none without a record and without a link', () => {
    expect(new HostKeys(code, '').current).toBeNull();
  });
});
