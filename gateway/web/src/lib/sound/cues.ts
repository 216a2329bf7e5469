import type { PhaseView } from '$lib/contract';

/** The moments of a game that have a sound. */
export type Cue =
  | 'joined'
  | 'ready'
  | 'open'
  | 'tick'
  | 'locked'
  | 'closed'
  | 'right'
  | 'wrong'
  | 'standings'
  | 'suspense'
  | 'step'
  | 'podium';

/** What decides about the next cue: the screen's own view of the game. */
export interface Heard {
  phase: PhaseView['kind'];
  round: number | null;
  /** The number of players, where joining has a sound; else 0. */
  players: number;
  locked: boolean;
  /** Whether this player answered the closed question right; null without a result. */
  verdict: 'right' | 'wrong' | null;
  /** Whether there is anything to celebrate in the end. */
  scored: boolean;
  /** How many places of the podium are still hidden. */
  hidden: number;
}

/** What to play when one view follows another, or null. */
export function cueBetween(before: Heard, after: Heard): Cue | null {
  const moved = before.phase !== after.phase || before.round !== after.round;
  if (moved) {
    if (after.phase === 'getReady') return 'ready';
    if (after.phase === 'asking') return 'open';
    if (after.phase === 'reveal') return after.verdict ?? 'closed';
    if (after.phase === 'podium' && !after.scored) return 'closed';
    if (after.phase === 'podium' && after.hidden > 0) return 'suspense';
    return after.phase === 'lobby' ? null : after.phase;
  }
  if (after.phase === 'reveal' && before.verdict === null && after.verdict !== null) return after.verdict;
  if (after.hidden < before.hidden) return after.hidden > 0 ? 'step' : 'podium';
  if (after.phase === 'lobby' && after.players > before.players) return 'joined';
  return after.locked && !before.locked ? 'locked' : null;
}

/** One tone: how high in hertz, from when and for how long in seconds. */
export type Tone = readonly [hertz: number, atSeconds: number, forSeconds: number];

const [g4, c5, e5, g5, c6, e6] = [392, 523.25, 659.25, 783.99, 1046.5, 1318.5];

/** How each moment sounds: a handful of tones, no files. */
export const melodies: Record<Cue, readonly Tone[]> = {
  joined: [[g5, 0, 0.09]],
  ready: [
    [c5, 0, 0.12],
    [e5, 0.14, 0.12],
  ],
  open: [
    [e5, 0, 0.1],
    [c6, 0.1, 0.22],
  ],
  tick: [[c5, 0, 0.05]],
  locked: [[e6, 0, 0.06]],
  closed: [[g4, 0, 0.35]],
  right: [
    [c5, 0, 0.1],
    [e5, 0.1, 0.1],
    [g5, 0.2, 0.24],
  ],
  wrong: [
    [g4, 0, 0.16],
    [311.13, 0.16, 0.28],
  ],
  standings: [
    [g4, 0, 0.1],
    [c5, 0.11, 0.18],
  ],
  suspense: [0, 0.14, 0.28, 0.42, 0.56, 0.7, 0.84, 0.98].map((at) => [110, at, 0.1] as const),
  step: [
    [g4, 0, 0.12],
    [e5, 0.14, 0.3],
  ],
  podium: [
    [c5, 0, 0.14],
    [c5, 0.16, 0.1],
    [c5, 0.28, 0.1],
    [g5, 0.4, 0.22],
    [e5, 0.64, 0.14],
    [g5, 0.8, 0.14],
    [c6, 0.96, 0.6],
  ],
};
