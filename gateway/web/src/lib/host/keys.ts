import {
  gameLimits,
  type AskingView,
  type HostAction,
  type HostCommand,
  type SeatHandover,
  type SessionView,
} from '$lib/contract';

/** What a host can ask of the console: commands, and windows of its own. */
export type ConsoleAction = HostAction | 'help';

/** Gives the server a host's command: the action, its number, and what else it needs. */
export type OnCommand = (action: HostAction, value?: number, more?: CommandDetail) => void;
export type CommandDetail = Pick<HostCommand, 'time' | 'nickname' | 'team'>;

/** Asks for a code with which another device takes a player's seat; null if it was refused. */
export type OnOfferSeat = (seat: number) => Promise<SeatHandover | null>;

/** Instead of a seat: all players who wait for it. */
export const everySeat = -1;

export const extendMs = 10_000;

/** Start in the lobby, advance after it, nothing once the game is over. */
export function nextAction(session: SessionView): 'start' | 'advance' | null {
  if (session.phase.kind === 'podium') return null;
  return session.phase.kind === 'lobby' ? 'start' : 'advance';
}

/** A question may stay open for so long and no longer. */
const hasRoom = (phase: AskingView) => phase.closesAtMs - phase.opensAtMs + extendMs <= gameLimits.maxTimeLimitMs;

/** Whether an action makes sense now; the server has the last word. None does while it cannot store one. */
export function isPossible(action: HostAction, session: SessionView): boolean {
  if (session.suspendedSinceMs != null) return false;
  const { kind } = session.phase;
  switch (action) {
    case 'start':
      return kind === 'lobby' && session.playerCount > 0;
    case 'advance':
      return kind !== 'lobby' && kind !== 'podium' && session.pausedAtMs == null;
    case 'skip':
      return (kind === 'getReady' || kind === 'asking') && session.pausedAtMs == null;
    case 'extend':
      return (
        session.phase.kind === 'asking' && !session.phase.overtime && !session.phase.untimed && hasRoom(session.phase)
      );
    case 'pause':
      return kind !== 'lobby' && kind !== 'podium' && session.pausedAtMs == null;
    case 'resume':
      return session.pausedAtMs != null;
    case 'undoSkip':
      return session.skippedRound != null;
    case 'lock':
      return !session.locked && kind !== 'podium';
    case 'unlock':
      return session.locked && kind !== 'podium';
    case 'autoAdvanceOn':
      return !session.autoAdvance && kind !== 'podium';
    case 'autoAdvanceOff':
      return session.autoAdvance && kind !== 'podium';
    case 'kick':
    case 'rename':
    case 'approve':
    case 'grantTime':
    case 'moveToTeam':
    case 'keepOpen':
    case 'removeAbsent':
    case 'removeUnapproved':
    case 'end':
      return kind !== 'podium';
  }
}

/** What a key does in the console, or null. */
export function actionOfKey(key: string, session: SessionView): ConsoleAction | null {
  if (key === '?') return 'help';
  const action = commandOfKey(key.toLowerCase(), session);
  return action && isPossible(action, session) ? action : null;
}

function commandOfKey(key: string, session: SessionView): HostAction | null {
  switch (key) {
    case ' ':
    case 'enter':
      return nextAction(session);
    case 'p':
      return session.pausedAtMs == null ? 'pause' : 'resume';
    case 's':
      return 'skip';
    case 'u':
      return 'undoSkip';
    case 'e':
      return 'extend';
    case 'l':
      return session.locked ? 'unlock' : 'lock';
    case 'a':
      return session.autoAdvance ? 'autoAdvanceOff' : 'autoAdvanceOn';
    default:
      return null;
  }
}
