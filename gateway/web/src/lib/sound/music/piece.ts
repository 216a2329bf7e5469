import type { SessionView } from '$lib/contract';
import { lastSeconds } from './last-seconds';
import { lobby } from './lobby';
import type { Score } from './score';
import { thinking } from './thinking';

export const scores = { lobby, thinking, lastSeconds } satisfies Record<string, Score>;

export type Piece = keyof typeof scores;

/** From here on the last seconds sound. */
export const lastFrom = 5;

/** What to play, or null for silence: wherever something is to be heard or seen, the music is over. */
export function pieceOf(session: SessionView, secondsLeft: number | null): Piece | null {
  const { phase } = session;
  if (session.pausedAtMs != null || session.suspendedSinceMs != null) return null;
  if (phase.kind === 'lobby') return 'lobby';
  if (phase.kind !== 'asking') return null;
  return !phase.overtime && secondsLeft !== null && secondsLeft <= lastFrom ? 'lastSeconds' : 'thinking';
}
