import { describe, expect, it } from 'vitest';
import { hostKeyIn, remoteLink } from './records';

describe('a link to another device of the host’s', () => {
  it('brings the host key', () => {
    const link = remoteLink('https://quiz.example.org/j/K7P2XQ', 'K7P2XQ', 'fresh-key_1');
    expect(link).toBe('https://quiz.example.org/host/K7P2XQ/remote#key=fresh-key_1');
    expect(hostKeyIn(new URL(link).hash)).toBe('fresh-key_1');
  });

  it.each(['', '#', '#key=', '#key=a b', `#key=${'x'.repeat(3_000)}`, '#other=1'])('%j brings none', (fragment) => {
    expect(hostKeyIn(fragment)).toBeNull();
  });
});
