import { describe, expect, it } from 'vitest';
import { asking, lobby, reveal, session } from '$lib/game/samples';
import { actionOfKey, isPossible, nextAction } from './keys';

const over = session({ kind: 'podium', reason: 'completed', podium: [], rounds: [] });

describe('the keys of the host', () => {
  it('go on with space and enter', () => {
    expect(actionOfKey(' ', session(lobby()))).toBe('start');
    expect(actionOfKey('Enter', session(asking(0)))).toBe('advance');
    expect(actionOfKey('Enter', over)).toBeNull();
  });

  it('toggle by what holds now', () => {
    expect(actionOfKey('p', session(asking(0)))).toBe('pause');
    expect(actionOfKey('P', session(asking(0), { pausedAtMs: 4 }))).toBe('resume');
    expect(actionOfKey('l', session(lobby()))).toBe('lock');
    expect(actionOfKey('l', session(lobby(), { locked: true }))).toBe('unlock');
    expect(actionOfKey('a', session(lobby(), { autoAdvance: true }))).toBe('autoAdvanceOff');
  });

  it('do nothing that makes no sense', () => {
    expect(actionOfKey('e', session(reveal(0)))).toBeNull();
    expect(actionOfKey('s', session(lobby()))).toBeNull();
    expect(actionOfKey('s', session(reveal(0)))).toBeNull();
    expect(actionOfKey('s', session(asking(0), { pausedAtMs: 4 }))).toBeNull();
    expect(actionOfKey('e', session(asking(0, { opensAtMs: 0, closesAtMs: 231_000 })))).toBeNull();
    expect(actionOfKey(' ', session(lobby(), { playerCount: 0 }))).toBeNull();
    expect(actionOfKey('x', session(asking(0)))).toBeNull();
    expect(isPossible('advance', session(asking(0), { pausedAtMs: 4 }))).toBe(false);
    expect(nextAction(over)).toBeNull();
  });

  it('do nothing while the server cannot store it', () => {
    expect(actionOfKey('Enter', session(asking(0), { suspendedSinceMs: 4 }))).toBeNull();
    expect(isPossible('pause', session(asking(0), { suspendedSinceMs: 4 }))).toBe(false);
  });
});
