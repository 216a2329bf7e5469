import type { HostAction, SeatHandover, SessionView } from '$lib/contract';
import type { HostState } from '$lib/game/host-state';

/** Gives the server a host's command. */
export type OnCommand = (action: HostAction) => void;

/** Asks for a code with which another device takes a player's seat; null if it was refused. */
export type OnOfferSeat = (seat: number) => Promise<SeatHandover | null>;

export const extend: HostAction = { kind: 'extend', byMs: 10_000 };

/** What advances the game: start in the lobby, advance after it, nothing once the game is over. */
export function nextAction(session: SessionView): 'start' | 'advance' | null {
  if (session.phase.kind === 'podium') return null;
  return session.phase.kind === 'lobby' ? 'start' : 'advance';
}

/** What a key does in the console: a command that is possible now, a window of the console's own, or nothing. */
export function actionOfKey(
  key: string,
  { session, possible }: Pick<HostState, 'session' | 'possible'>,
): HostAction | 'help' | null {
  if (key === '?') return 'help';
  const action = commandOfKey(key.toLowerCase(), session);
  return action && possible.has(action.kind) ? action : null;
}

function commandOfKey(key: string, session: SessionView): HostAction | null {
  switch (key) {
    case ' ':
    case 'enter': {
      const kind = nextAction(session);
      return kind && { kind };
    }
    case 'p':
      return { kind: session.pausedAtMs == null ? 'pause' : 'resume' };
    case 's':
      return { kind: 'skip' };
    case 'u':
      return { kind: 'undoSkip' };
    case 'e':
      return extend;
    case 'l':
      return { kind: session.locked ? 'unlock' : 'lock' };
    case 'a':
      return { kind: session.autoAdvance ? 'autoAdvanceOff' : 'autoAdvanceOn' };
    default:
      return null;
  }
}
