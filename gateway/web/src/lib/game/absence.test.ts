import { describe, expect, it } from 'vitest';
import { absenceSince, sighting } from './absence';
import { asking, lobby, reveal, session } from './samples';

const minuteMs = 60_000;
const before = sighting(session(asking(2)), 0);

describe('absence', () => {
  it('says that the game waited', () => {
    const revealed = sighting(session(reveal(2)), 0);
    expect(absenceSince(revealed, session(reveal(2)), 3 * minuteMs)).toEqual({
      awayMs: 3 * minuteMs,
      outcome: 'waited',
      round: 2,
    });
  });

  it('says that the open question closed', () => {
    expect(absenceSince(before, session(reveal(2)), minuteMs)?.outcome).toBe('closed');
  });

  it('says that the game waited at a question that opened meanwhile', () => {
    const ready = { ...before, kind: 'getReady' as const };
    expect(absenceSince(ready, session(asking(2)), minuteMs)?.outcome).toBe('waited');
    expect(absenceSince(ready, session(reveal(2)), minuteMs)?.outcome).toBe('closed');
  });

  it('does not say that a question closed which was closed before', () => {
    const ranked = { ...before, kind: 'standings' as const };
    expect(absenceSince(ranked, session(reveal(2)), minuteMs)?.outcome).toBe('waited');
  });

  it('says where the game went on to', () => {
    expect(absenceSince(before, session(asking(4)), minuteMs)).toMatchObject({
      outcome: 'wentOn',
      round: 4,
    });
    expect(absenceSince(sighting(session(lobby()), 0), session(asking(0)), minuteMs)?.outcome).toBe('wentOn');
  });

  it('says nothing of a hiccup, and of a lobby', () => {
    expect(absenceSince(before, session(asking(4)), 29_999)).toBeNull();
    expect(absenceSince(sighting(session(lobby()), 0), session(lobby()), minuteMs)).toBeNull();
  });
});
