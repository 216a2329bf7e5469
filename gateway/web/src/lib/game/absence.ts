import type { PhaseView, SessionView } from '$lib/contract';
import { StoredValue } from './storage';

/** Where the game was when this browser last showed it. */
export interface Sighting {
  atMs: number;
  kind: PhaseView['kind'];
  round: number | null;
}

/** What a host missed. */
export interface Absence {
  awayMs: number;
  outcome: 'waited' | 'closed' | 'wentOn' | 'ended';
  /** The question where the game is now, or was at its end. */
  round: number;
}

/** A shorter time is a hiccup of the network that hides nothing. */
export const absenceMs = 30_000;

export function sighting(session: SessionView, nowMs: number): Sighting {
  const { phase } = session;
  return { atMs: nowMs, kind: phase.kind, round: 'round' in phase ? phase.round : null };
}

/** What happened since a sighting that is worth telling, or null. */
export function absenceSince(before: Sighting, session: SessionView, nowMs: number): Absence | null {
  const now = sighting(session, nowMs);
  const awayMs = nowMs - before.atMs;
  if (awayMs < absenceMs || before.kind === 'podium' || now.kind === 'lobby') return null;
  const round = now.round ?? before.round ?? 0;
  if (now.kind === 'podium') return { awayMs, outcome: 'ended', round };
  if (now.round !== before.round) return { awayMs, outcome: 'wentOn', round };
  return { awayMs, outcome: isBeforeClosing(before) && !isBeforeClosing(now) ? 'closed' : 'waited', round };
}

const isBeforeClosing = ({ kind }: Sighting) => kind === 'getReady' || kind === 'asking';

const kinds: readonly string[] = [
  'lobby',
  'getReady',
  'asking',
  'reveal',
  'standings',
  'podium',
] satisfies PhaseView['kind'][];

/** What this browser last saw of a game, to survive a reload. */
export const sightingRecord = (code: string) =>
  new StoredValue<Sighting>(`arena.seen.${code}`, (value): value is Sighting => {
    if (typeof value !== 'object' || value === null) return false;
    const { atMs, kind, round } = value as Record<string, unknown>;
    return (
      typeof atMs === 'number' &&
      typeof kind === 'string' &&
      kinds.includes(kind) &&
      (round === null || typeof round === 'number')
    );
  });
