import { describe, expect, it } from 'vitest';
import type { HostWelcome } from '$lib/contract';
import { attached, hostFramed, players, sessionFramed } from './host-state';
import { asking, lobby, rosterLine, session } from './samples';

const welcome: HostWelcome = {
  epoch: 1,
  sequence: 5,
  hostSequence: 8,
  nowMs: 0,
  session: session(lobby()),
  host: {
    answered: 0,
    connected: 2,
    tally: null,
    changed: [rosterLine(0, 'Ada'), rosterLine(1, 'Bo')],
    possible: ['start', 'end'],
  },
};
const start = () => attached(null, welcome);

describe('what the host knows', () => {
  it('merges the lines that changed by seat', () => {
    const changed = [rosterLine(1, 'Bo', { answered: true }), rosterLine(2, 'Cy')];
    const state = hostFramed(start(), {
      epoch: 1,
      hostSequence: 9,
      view: {
        answered: 1,
        connected: 3,
        tally: { kind: 'counts' as const, counts: [1, 0] },
        changed,
        possible: ['advance', 'end'],
      },
    });
    expect(state).toMatchObject({
      answered: 1,
      connected: 3,
      tally: { kind: 'counts' as const, counts: [1, 0] },
      gap: false,
    });
    expect(players(state).map((line) => [line.nickname, line.answered])).toEqual([
      ['Cy', false],
      ['Bo', true],
      ['Ada', false],
    ]);
  });

  it('knows what the server says is possible', () => {
    expect([...start().possible]).toEqual(['start', 'end']);
    const view = { answered: 0, connected: 2, tally: null, changed: [], possible: ['advance' as const] };
    expect([...hostFramed(start(), { epoch: 1, hostSequence: 9, view }).possible]).toEqual(['advance']);
  });

  it('drops frames that are old', () => {
    const state = start();
    expect(
      hostFramed(state, {
        epoch: 1,
        hostSequence: 8,
        view: { answered: 9, connected: 9, tally: null, changed: [], possible: [] },
      }),
    ).toBe(state);
    expect(sessionFramed(state, { epoch: 1, sequence: 5, nowMs: 0, view: session(asking(0)) })).toBe(state);
  });

  it('notices a gap and forgets it after attaching again', () => {
    const view = { answered: 1, connected: 2, tally: null, changed: [], possible: [] };
    expect(hostFramed(start(), { epoch: 1, hostSequence: 10, view }).gap).toBe(true);
    const moved = hostFramed(start(), { epoch: 2, hostSequence: 1, view });
    expect(moved.gap).toBe(true);
    expect(attached(moved, { ...welcome, epoch: 2, hostSequence: 1 }).gap).toBe(false);
  });

  it('does not list who was removed', () => {
    const changed = [rosterLine(0, 'Ada', { kicked: true })];
    const state = hostFramed(start(), {
      epoch: 1,
      hostSequence: 9,
      view: { answered: 0, connected: 1, tally: null, changed, possible: [] },
    });
    expect(players(state).map((line) => line.nickname)).toEqual(['Bo']);
  });
});
