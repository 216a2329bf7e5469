import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostRecord, remoteLink, takeHostKey } from './records';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('a link to another device of the host’s', () => {
  it('brings the host key, and leaves what is known besides', () => {
    hostRecord('K7P2XQ').set({ hostKey: 'old', joinUrl: 'https://quiz.example.org/j/K7P2XQ' });
    const link = remoteLink('https://quiz.example.org/j/K7P2XQ', 'K7P2XQ', 'fresh-key_1');
    expect(link).toBe('https://quiz.example.org/host/K7P2XQ/remote#key=fresh-key_1');
    expect(takeHostKey('K7P2XQ', '#key=fresh-key_1')).toBe(true);
    expect(hostRecord('K7P2XQ').get()).toEqual({
      hostKey: 'fresh-key_1',
      joinUrl: 'https://quiz.example.org/j/K7P2XQ',
    });
  });

  it.each(['', '#', '#key=', '#key=a b', `#key=${'x'.repeat(3_000)}`, '#other=1'])('%j brings none', (fragment) => {
    expect(takeHostKey('K7P2XQ', fragment)).toBe(false);
    expect(hostRecord('K7P2XQ').get()).toBeNull();
  });
});
