import type { HostActionKind, HostFrame, HostWelcome, RosterLine, SessionFrame } from '$lib/contract';
import { compare, type Position } from './position';
import type { ShownGame } from './shown-game';

/** All that a host's browser knows of the game. Replaced, never changed. */
export interface HostState extends ShownGame {
  sessionAt: Position;
  hostAt: Position;
  answered: number;
  connected: number;
  /** What the host can do now. The server refuses the rest. */
  possible: ReadonlySet<HostActionKind>;
  /** A frame is missing: the roster may be wrong until the next attach. */
  gap: boolean;
}

/** The state after attaching, which is whole; only a frame that overtook it is kept. */
export function attached(state: HostState | null, welcome: HostWelcome): HostState {
  const at = { epoch: welcome.epoch, sequence: welcome.sequence };
  const overtaken = state !== null && compare(state.sessionAt, at) > 0;
  return {
    session: overtaken ? state.session : welcome.session,
    sessionAt: overtaken ? state.sessionAt : at,
    hostAt: { epoch: welcome.epoch, sequence: welcome.hostSequence },
    answered: welcome.host.answered,
    connected: welcome.host.connected,
    tally: welcome.host.tally,
    possible: new Set(welcome.host.possible),
    roster: new Map(welcome.host.changed.map((line) => [line.seat, line])),
    gap: false,
  };
}

/** The state after a frame that everyone gets. Not newer than the last: dropped. */
export function sessionFramed(state: HostState, frame: SessionFrame): HostState {
  const at = { epoch: frame.epoch, sequence: frame.sequence };
  return compare(at, state.sessionAt) <= 0 ? state : { ...state, session: frame.view, sessionAt: at };
}

/** The state after a frame for hosts: a difference, so that a missing one is noticed. */
export function hostFramed(state: HostState, frame: HostFrame): HostState {
  const at = { epoch: frame.epoch, sequence: frame.hostSequence };
  if (compare(at, state.hostAt) <= 0) return state;
  const follows = at.epoch === state.hostAt.epoch && at.sequence === state.hostAt.sequence + 1;
  const roster = new Map(state.roster);
  for (const line of frame.view.changed) roster.set(line.seat, line);
  const { answered, connected, tally } = frame.view;
  const possible = new Set(frame.view.possible);
  return { ...state, hostAt: at, answered, connected, tally, possible, roster, gap: state.gap || !follows };
}

/** The players in the game, newest seat first. */
export function players(state: Pick<ShownGame, 'roster'>): RosterLine[] {
  return [...state.roster.values()].filter((line) => !line.kicked).sort((first, second) => second.seat - first.seat);
}

/** How many players wait for their names to be approved. */
export function waitingNames(state: HostState): number {
  return players(state).filter((line) => !line.approved).length;
}
