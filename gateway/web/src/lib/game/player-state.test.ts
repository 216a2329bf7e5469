import { describe, expect, it } from 'vitest';
import { asking, choice, lobby, result, reveal, seat, session, welcome } from './samples';
import {
  answerRefusal,
  answerSettled,
  arrivalDelayMs,
  answerOf,
  answered,
  firstAnswerOf,
  hintOf,
  missedAnswer,
  resultOf,
  seatFramed,
  sessionFramed,
  welcomed,
  type PlayerState,
} from './player-state';

const at = (epoch: number, sequence: number) => ({ epoch, sequence, nowMs: 0 });
const start = (): PlayerState => welcomed(null, welcome({ epoch: 1, sequence: 10 }));
const asked = (): PlayerState => sessionFramed(start(), { ...at(1, 11), view: session(asking(0)) });

describe('frames of the session', () => {
  it('replace the state when they are newer', () => {
    expect(asked().session.phase.kind).toBe('asking');
  });

  it('are dropped when they are older or the same', () => {
    const state = asked();
    expect(sessionFramed(state, { ...at(1, 11), view: session(lobby()) })).toBe(state);
    expect(sessionFramed(state, { ...at(1, 9), view: session(lobby()) })).toBe(state);
    expect(sessionFramed(state, { ...at(0, 99), view: session(lobby()) })).toBe(state);
  });

  it('of a later activation win whatever their sequence', () => {
    const state = sessionFramed(asked(), { ...at(2, 1), view: session(reveal(0)) });
    expect(state.session.phase.kind).toBe('reveal');
  });

  it('need no gapless sequence: the newest is whole', () => {
    const state = sessionFramed(asked(), { ...at(1, 40), view: session(reveal(3)) });
    expect(state.session.phase).toMatchObject({ kind: 'reveal', round: 3 });
  });
});

describe('a welcome', () => {
  it('replaces everything after a reconnect', () => {
    const state = welcomed(
      asked(),
      welcome({ epoch: 1, sequence: 20, session: session(reveal(0)), results: [result(0, { points: 900 })] }),
    );
    expect(state.session.phase.kind).toBe('reveal');
    expect(resultOf(state, 0)?.points).toBe(900);
  });

  it('does not undo a frame that overtook it', () => {
    const state = welcomed(asked(), welcome({ epoch: 1, sequence: 5 }));
    expect(state.session.phase.kind).toBe('asking');
  });

  it('keeps an answer that is still on its way', () => {
    const state = welcomed(
      answered(asked(), choice(2), 'op', 0),
      welcome({ epoch: 1, sequence: 12, session: session(asking(0)) }),
    );
    expect(state.pending).toMatchObject({ answer: choice(2), operationId: 'op', status: 'sending' });
    expect(answerOf(state)).toEqual(choice(2));
  });
});

describe('frames of the seat', () => {
  it('add their result to what the rounds brought', () => {
    let state = seatFramed(asked(), {
      ...at(1, 12),
      session: null,
      view: seat({ result: result(0, { points: 500 }) }),
    });
    state = seatFramed(state, { ...at(1, 15), session: null, view: seat({ result: result(1, { points: 700 }) }) });
    expect(state.results.map((known) => known.points)).toEqual([500, 700]);
  });

  it('are dropped when they are older', () => {
    const state = seatFramed(asked(), { ...at(1, 12), session: null, view: seat({ score: 500 }) });
    expect(seatFramed(state, { ...at(1, 11), session: null, view: seat({ score: 0 }) })).toBe(state);
  });
});

describe('an answer', () => {
  it('is shown at once and stands: a second choice changes nothing', () => {
    const state = answered(asked(), choice(1), 'first', 0);
    expect(answerOf(state)).toEqual(choice(1));
    expect(answered(state, choice(2), 'second', 0)).toBe(state);
  });

  it('is not taken outside of an open question or while paused', () => {
    const early = start();
    expect(answered(early, choice(0), 'op', 0)).toBe(early);
    const paused = sessionFramed(asked(), { ...at(1, 12), view: session(asking(0), { pausedAtMs: 5 }) });
    expect(answered(paused, choice(0), 'op', 0)).toBe(paused);
    const held = sessionFramed(asked(), { ...at(1, 12), view: session(asking(0), { suspendedSinceMs: 5 }) });
    expect(answered(held, choice(0), 'op', 0)).toBe(held);
  });

  it('of the server wins over ours', () => {
    const state = seatFramed(answered(asked(), choice(1), 'op', 0), {
      ...at(1, 11),
      session: null,
      view: seat({ chosen: choice(3) }),
    });
    expect(answerOf(state)).toEqual(choice(3));
  });

  it('to an earlier question does not lock the next one', () => {
    let state = seatFramed(answered(asked(), choice(1), 'op', 0), {
      ...at(1, 11),
      session: null,
      view: seat({ chosen: choice(1) }),
    });
    state = answerSettled(state, 'op', null);
    state = sessionFramed(state, { ...at(1, 14), view: session(asking(1)) });
    expect(answerOf(state)).toBeNull();
  });

  it('that was refused frees the buttons and says why', () => {
    const refusal = { code: 'tooEarly' as const, retryAfterMs: null, place: null, traceId: null };
    const state = answerSettled(answered(asked(), choice(1), 'op', 0), 'op', refusal);
    expect(answerOf(state)).toBeNull();
    expect(answerRefusal(state)?.code).toBe('tooEarly');
  });

  it('is settled by its own operation id only', () => {
    const state = answered(asked(), choice(1), 'op', 0);
    expect(answerSettled(state, 'other', null)).toBe(state);
  });
});

describe('an answer that does not count', () => {
  const refusal = (code: 'tooLate' | 'paused') => ({ code, retryAfterMs: null, place: null, traceId: null });
  const nothing = result(0, { answer: null, verdict: 'wrong', points: 0 });
  const revealed = (state: PlayerState) =>
    seatFramed(sessionFramed(state, { ...at(1, 20), view: session(reveal(0)) }), {
      ...at(1, 20),
      session: null,
      view: seat({ result: nothing }),
    });

  it('is shown when the refusal comes after the question has closed', () => {
    const state = answerSettled(revealed(answered(asked(), choice(2), 'op', 0)), 'op', refusal('tooLate'));
    expect(missedAnswer(state, 0)).toBe('late');
  });

  it('is shown when its outcome is unknown', () => {
    expect(missedAnswer(revealed(answered(asked(), choice(2), 'op', 0)), 0)).toBe('lost');
  });

  it('is still shown when the next question has been answered', () => {
    let state = sessionFramed(revealed(answered(asked(), choice(2), 'op', 0)), {
      ...at(1, 30),
      view: session(asking(1)),
    });
    state = answered(state, choice(1), 'next', 0);
    expect(missedAnswer(state, 0)).toBe('lost');
    expect(missedAnswer(state, 1)).toBeNull();
  });

  it('is shown as such when the game was paused', () => {
    const state = answerSettled(revealed(answered(asked(), choice(2), 'op', 0)), 'op', refusal('paused'));
    expect(missedAnswer(state, 0)).toBe('paused');
  });

  it('was not given by a player who did not choose', () => {
    expect(missedAnswer(revealed(asked()), 0)).toBeNull();
  });

  it('is none when it counts after all', () => {
    const state = seatFramed(
      sessionFramed(answered(asked(), choice(2), 'op', 0), { ...at(1, 20), view: session(reveal(0)) }),
      {
        ...at(1, 20),
        session: null,
        view: seat({ result: result(0, { answer: choice(2) }) }),
      },
    );
    expect(missedAnswer(state, 0)).toBeNull();
  });
});

describe('an answer that was slow to arrive', () => {
  const { opensAtMs } = asking(0);
  const chosen = (afterMs: number) => answered(asked(), choice(2), 'op', opensAtMs + afterMs);
  const revealed = (state: PlayerState, elapsedMs: number | null) =>
    seatFramed(sessionFramed(state, { ...at(1, 20), view: session(reveal(0)) }), {
      ...at(1, 20),
      session: null,
      view: seat({ result: result(0, { answer: elapsedMs === null ? null : choice(2), elapsedMs }) }),
    });

  it('shows by how much its arrival, which was scored, was later than the choice', () => {
    expect(arrivalDelayMs(revealed(chosen(3_000), 4_600), 0)).toBe(1_600);
  });

  it('is still shown after a pause that moved the opening', () => {
    const resumed = session(asking(0, { opensAtMs: opensAtMs + 60_000 }));
    const state = sessionFramed(chosen(3_000), { ...at(1, 15), view: resumed });
    expect(arrivalDelayMs(revealed(state, 4_600), 0)).toBe(1_600);
  });

  it('is not mentioned when it is too small to notice', () => {
    expect(arrivalDelayMs(revealed(chosen(3_000), 3_499), 0)).toBeNull();
  });

  it('is nothing where the answer did not count, was given elsewhere, or is about another question', () => {
    expect(arrivalDelayMs(revealed(chosen(3_000), null), 0)).toBeNull();
    expect(arrivalDelayMs(revealed(asked(), 4_600), 0)).toBeNull();
    expect(arrivalDelayMs(revealed(chosen(3_000), 4_600), 1)).toBeNull();
  });
});

describe('a second chance', () => {
  const powerUp = { effect: { kind: 'secondChance', percent: 50 } as const, removed: [] };
  const used = (state: PlayerState, sequence: number, changes = {}) =>
    seatFramed(state, { ...at(1, sequence), session: null, view: seat({ powerUp, ...changes }) });
  const first = () => answerSettled(answered(asked(), choice(2), 'one', 3_000), 'one', null);

  it('opens the question again once the first answer is there', () => {
    const sending = answered(used(asked(), 12), choice(2), 'one', 3_000);
    expect(answerOf(sending)).toEqual(choice(2));
    expect(answerOf(answerSettled(sending, 'one', null))).toBeNull();
    const after = used(first(), 12, { chosen: choice(2) });
    expect([answerOf(after), firstAnswerOf(after)]).toEqual([null, choice(2)]);
  });

  it('takes one more answer, and keeps the first in mind', () => {
    const second = answered(used(first(), 12, { chosen: choice(2) }), choice(0), 'two', 5_000);
    expect(second.pending).toMatchObject({ answer: choice(0), first: choice(2), operationId: 'two' });
    expect([answerOf(second), firstAnswerOf(second)]).toEqual([choice(0), choice(2)]);
    expect(answered(second, choice(1), 'three', 6_000)).toBe(second);
    const refused = answerSettled(second, 'two', { code: 'tooLate', retryAfterMs: null, place: null, traceId: null });
    expect([answerOf(refused), firstAnswerOf(refused)]).toEqual([null, choice(2)]);
  });

  it('is over after a refresh when the server has both answers', () => {
    const refreshed = welcome({
      sequence: 11,
      session: session(asking(0)),
      seat: seat({ powerUp, chosen: choice(2), secondChosen: choice(1) }),
    });
    expect(answerOf(welcomed(null, refreshed))).toEqual(choice(1));
  });
});

describe('the hint of the open question', () => {
  const used = (state: PlayerState, sequence: number) =>
    seatFramed(state, { ...at(1, sequence), session: null, view: seat({ hint: 'Think.' }) });

  it('is there once the player has used it, also after a refresh', () => {
    expect(hintOf(asked())).toBeNull();
    expect(hintOf(used(asked(), 11))).toBe('Think.');
    const refreshed = welcome({ sequence: 11, session: session(asking(0)), seat: seat({ hint: 'Think.' }) });
    expect(hintOf(welcomed(null, refreshed))).toBe('Think.');
  });

  it('is gone with its question, also where that was skipped', () => {
    expect(hintOf(sessionFramed(used(asked(), 11), { ...at(1, 12), view: session(reveal(0)) }))).toBeNull();
    const next = sessionFramed(used(asked(), 11), { ...at(1, 12), view: session(lobby()) });
    expect(hintOf(sessionFramed(next, { ...at(1, 13), view: session(asking(1)) }))).toBeNull();
  });
});
