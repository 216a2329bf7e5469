import type {
  AnswerValue,
  RefusalBody,
  RoundResult,
  SeatFrame,
  SeatView,
  SeatWelcome,
  SessionFrame,
  SessionView,
} from '$lib/contract';
import { compare, type Position } from './position';
import { standsSinceMs } from './timing';

/** An answer on its way: kept, with its operation id, until the server has said what became of it. */
export interface PendingAnswer {
  round: number;
  answer: AnswerValue;
  /** Points that are bet on it, where the mode has bets. */
  stake?: number;
  /** The first answer, if this is the second of a player with a second chance. */
  first?: AnswerValue;
  operationId: string;
  /** The time from the opening to the answer, by this browser's estimate of the server's clock. */
  chosenAfterMs: number;
  status: 'sending' | 'accepted' | 'refused';
  refusal?: RefusalBody;
}

/** All that a player's browser knows of the game. Replaced, never changed. */
export interface PlayerState {
  session: SessionView;
  sessionAt: Position;
  seat: SeatView;
  seatAt: Position;
  /** The first frame in which the present question was open: what the seat said before is about an earlier question. */
  askedAt: Position;
  /** What every question so far brought, by round. */
  results: readonly RoundResult[];
  pending: PendingAnswer | null;
  /** The questions for which the player gave an answer here, accepted or not. */
  tried: readonly number[];
}

/** Why an answer that the player gave does not count. */
export type MissedAnswer = 'late' | 'paused' | 'lost';

/** The state after a welcome, which is whole; only a frame that overtook it is kept. */
export function welcomed(state: PlayerState | null, welcome: SeatWelcome): PlayerState {
  const at = { epoch: welcome.epoch, sequence: welcome.sequence };
  const overtaken = state !== null && compare(state.sessionAt, at) > 0;
  const seatOvertaken = state !== null && compare(state.seatAt, at) > 0;
  const next: PlayerState = {
    session: overtaken ? state.session : welcome.session,
    sessionAt: overtaken ? state.sessionAt : at,
    seat: seatOvertaken ? state.seat : welcome.seat,
    seatAt: seatOvertaken ? state.seatAt : at,
    askedAt: overtaken ? state.askedAt : at,
    results: welcome.results,
    pending: state?.pending ?? null,
    tried: state?.tried ?? [],
  };
  return withResult(next);
}

/** The state after a frame that everyone gets. Not newer than the last: dropped. */
export function sessionFramed(state: PlayerState, frame: SessionFrame): PlayerState {
  const at = { epoch: frame.epoch, sequence: frame.sequence };
  if (compare(at, state.sessionAt) <= 0) return state;
  const before = state.session.phase;
  const after = frame.view.phase;
  const opened = after.kind === 'asking' && !(before.kind === 'asking' && before.round === after.round);
  return { ...state, session: frame.view, sessionAt: at, askedAt: opened ? at : state.askedAt };
}

/** The state after a frame for this player. One of the same position may contain more: only an older one is dropped. */
export function seatFramed(state: PlayerState, frame: SeatFrame): PlayerState {
  const at = { epoch: frame.epoch, sequence: frame.sequence };
  if (compare(at, state.seatAt) < 0) return state;
  return withResult({ ...state, seat: frame.view, seatAt: at });
}

function withResult(state: PlayerState): PlayerState {
  const result = state.seat.result;
  if (!result) return state;
  const others = state.results.filter((known) => known.round !== result.round);
  return { ...state, results: [...others, result].sort((first, second) => first.round - second.round) };
}

/** The state once the player has answered. The first answer stands. */
export function answered(
  state: PlayerState,
  answer: AnswerValue,
  operationId: string,
  nowMs: number,
  stake = 0,
): PlayerState {
  const phase = state.session.phase;
  if (phase.kind !== 'asking' || standsSinceMs(state.session) !== null || answerOf(state) !== null) return state;
  const { round } = phase;
  const tried = [...state.tried.filter((other) => other !== round), round];
  const chosenAfterMs = nowMs - phase.opensAtMs;
  const first = firstAnswerOf(state);
  const pending: PendingAnswer = { round, answer, stake, operationId, chosenAfterMs, status: 'sending' };
  return { ...state, tried, pending: first === null ? pending : { ...pending, first } };
}

/** The state once the server has answered, or null refusal for an acknowledgement. */
export function answerSettled(state: PlayerState, operationId: string, refusal: RefusalBody | null): PlayerState {
  if (state.pending?.operationId !== operationId) return state;
  const pending: PendingAnswer = refusal
    ? { ...state.pending, status: 'refused', refusal }
    : { ...state.pending, status: 'accepted' };
  return { ...state, pending };
}

/** The player's own view of the open question, or null if it is not here yet. */
const ownOf = ({ session, seat, seatAt, askedAt }: PlayerState) =>
  session.phase.kind === 'asking' && compare(seatAt, askedAt) >= 0 ? seat : null;

/** The answer that was sent to the open question, if it was not refused. */
function sentOf({ session: { phase }, pending }: PlayerState): PendingAnswer | null {
  return phase.kind === 'asking' && pending?.round === phase.round && pending.status !== 'refused' ? pending : null;
}

/**
 * The player's answer to the open question, or null. The one that the server holds wins over the one that was sent. With a second chance it is the
 * second one: null until that is given.
 */
export function answerOf(state: PlayerState): AnswerValue | null {
  const [own, sent] = [ownOf(state), sentOf(state)];
  if (own?.powerUp?.effect.kind !== 'secondChance') return own?.chosen ?? sent?.answer ?? null;
  return own.secondChosen ?? (sent?.first || sent?.status === 'sending' ? sent.answer : null);
}

/** The first answer to the open question, or null. */
export function firstAnswerOf(state: PlayerState): AnswerValue | null {
  const { phase } = state.session;
  const pending = phase.kind === 'asking' && state.pending?.round === phase.round ? state.pending : null;
  return ownOf(state)?.chosen ?? pending?.first ?? sentOf(state)?.answer ?? null;
}

/** What the player has in effect on the open question, or null. */
export const powerUpOf = (state: PlayerState) => ownOf(state)?.powerUp ?? null;

/** The points that were bet on the answer to the open question, or null if there is none yet. */
export function stakeOf(state: PlayerState): number | null {
  if (firstAnswerOf(state) === null) return null;
  const own = ownOf(state);
  return own?.chosen == null ? (state.pending?.stake ?? 0) : own.stake;
}

/** The hint of the open question, if the player has used it; else null. */
export const hintOf = (state: PlayerState): string | null => ownOf(state)?.hint ?? null;

/** Why the answer to the open question was not taken, or null. */
export function answerRefusal(state: PlayerState): RefusalBody | null {
  const phase = state.session.phase;
  const { pending } = state;
  if (phase.kind !== 'asking' || pending?.round !== phase.round || answerOf(state) !== null) return null;
  return pending.refusal ?? null;
}

/** What the revealed question brought this player; null until it is known. */
export function resultOf(state: PlayerState, round: number): RoundResult | null {
  return state.results.find((result) => result.round === round) ?? null;
}

/** Why the answer that the player gave to a question that is over does not count; null when none was given, or when it counts. */
export function missedAnswer(state: PlayerState, round: number): MissedAnswer | null {
  const result = resultOf(state, round);
  if (result === null || result.answer != null || !state.tried.includes(round)) return null;
  const code = state.pending?.round === round ? state.pending.refusal?.code : undefined;
  return code === 'tooLate' ? 'late' : code === 'paused' ? 'paused' : 'lost';
}

/** A shorter delay is not noticed, or an error of the clock. */
const noticeableMs = 500;

/**
 * How long after the player's choice the answer to a revealed question arrived, which is what the server scores by. Null when the delay is
 * not worth telling.
 */
export function arrivalDelayMs(state: PlayerState, round: number): number | null {
  const result = resultOf(state, round);
  const { pending } = state;
  if (result?.answer == null || result.elapsedMs == null || pending?.round !== round) return null;
  const delayMs = result.elapsedMs - pending.chosenAfterMs;
  return delayMs >= noticeableMs ? delayMs : null;
}
