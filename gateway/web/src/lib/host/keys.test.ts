import { describe, expect, it } from 'vitest';
import type { HostActionKind, SessionView } from '$lib/contract';
import { asking, lobby, reveal, session } from '$lib/game/samples';
import { actionOfKey, nextAction } from './keys';

const over = session({ kind: 'podium', reason: 'completed', podium: [], rounds: [], finale: null });
const kinds: readonly HostActionKind[] = [
  'start',
  'advance',
  'skip',
  'undoSkip',
  'extend',
  'pause',
  'resume',
  'lock',
  'unlock',
  'autoAdvanceOn',
  'autoAdvanceOff',
];
/** What a key does if everything is possible, or only so much. */
const pressed = (key: string, view: SessionView, possible = kinds) =>
  actionOfKey(key, { session: view, possible: new Set(possible) });

describe('the keys of the host', () => {
  it('go on with space and enter', () => {
    expect(pressed(' ', session(lobby()))).toEqual({ kind: 'start' });
    expect(pressed('Enter', session(asking(0)))).toEqual({ kind: 'advance' });
    expect(pressed('Enter', over)).toBeNull();
    expect(nextAction(over)).toBeNull();
  });

  it('toggle by what holds now', () => {
    expect(pressed('p', session(asking(0)))).toEqual({ kind: 'pause' });
    expect(pressed('P', session(asking(0), { pausedAtMs: 4 }))).toEqual({ kind: 'resume' });
    expect(pressed('l', session(lobby()))).toEqual({ kind: 'lock' });
    expect(pressed('l', session(lobby(), { locked: true }))).toEqual({ kind: 'unlock' });
    expect(pressed('a', session(lobby(), { autoAdvance: true }))).toEqual({ kind: 'autoAdvanceOff' });
  });

  it('carry what the action needs', () => {
    expect(pressed('e', session(asking(0)))).toEqual({ kind: 'extend', byMs: 10_000 });
  });

  it.each([
    [' ', session(lobby(), { playerCount: 0 })],
    ['Enter', session(asking(0), { pausedAtMs: 4 })],
    ['s', session(reveal(0))],
    ['u', session(asking(0))],
    ['e', session(reveal(0))],
    ['p', session(asking(0), { suspendedSinceMs: 4 })],
    ['l', session(lobby(), { suspendedSinceMs: 4 })],
    ['a', over],
  ])('do nothing that the server says is not possible: %s', (key, view) => {
    expect(pressed(key, view, [])).toBeNull();
  });

  it('show their list at any time, and nothing else is a key', () => {
    expect(pressed('?', over, [])).toBe('help');
    expect(pressed('x', session(asking(0)))).toBeNull();
  });
});
