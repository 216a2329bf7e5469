import type { ReactionsFrame } from '$lib/contract';
import type { Sign } from './signs';

/** A sign on its way up. */
export interface Floating {
  id: number;
  sign: Sign;
  /** Where across its side of the screen, from 0 to 1. */
  at: number;
}

/** What a screen shows of the reactions to one moment of the game. */
export interface Reacted {
  /** Oldest first. */
  floating: readonly Floating[];
  /** How often each sign was sent, for those who want no motion. */
  counts: Readonly<Partial<Record<Sign, number>>>;
  /** How often each player reacted: the face hops each time. */
  hops: Readonly<Record<number, number>>;
  /** Of the next sign. */
  nextId: number;
}

export const nothing: Reacted = { floating: [], counts: {}, hops: {}, nextId: 0 };

/** More than that cover the screen, and cost a slow projector its smoothness. */
export const mostFloating = 24;

/** A room that sends a sign a hundred times at once sees as many of it as fit beside the others. */
export const mostOfFrame = 8;

/** Adds a frame: the oldest signs make room. */
export function reacted(shown: Reacted, frame: ReactionsFrame, random: () => number = Math.random): Reacted {
  const counts = { ...shown.counts };
  const hops = { ...shown.hops };
  const fresh: Floating[] = [];
  let nextId = shown.nextId;
  const drawn = frame.counts.flatMap(({ kind, count }) => (kind === 'hop' ? [] : [{ sign: kind, count }]));
  for (const { sign, count } of drawn) {
    counts[sign] = (counts[sign] ?? 0) + count;
    const share = Math.max(1, Math.floor(mostOfFrame / drawn.length));
    for (let sent = 0; sent < Math.min(count, share); sent++) fresh.push({ id: nextId++, sign, at: random() });
  }
  for (const seat of frame.seats) hops[seat] = (hops[seat] ?? 0) + 1;
  return { floating: [...shown.floating, ...fresh].slice(-mostFloating), counts, hops, nextId };
}

/** Once a sign is at the top. */
export const landed = (shown: Reacted, id: number): Reacted => ({
  ...shown,
  floating: shown.floating.filter((each) => each.id !== id),
});
