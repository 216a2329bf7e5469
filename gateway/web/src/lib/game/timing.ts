import type { AskingView, PlayerTime, SessionView } from '$lib/contract';

/** Whole seconds left, as a person counts them: 1 until the very end. */
export function secondsLeft(deadlineMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((deadlineMs - nowMs) / 1000));
}

/** How much of a span is left, from 1 to 0. */
export function fractionLeft(fromMs: number, toMs: number, nowMs: number): number {
  if (toMs <= fromMs) return 0;
  return Math.min(1, Math.max(0, (toMs - nowMs) / (toMs - fromMs)));
}

/** How many of a span's seconds are its last ones, which look and sound urgent: a quarter of it, five at most. */
export function urgentSeconds(fromMs: number, toMs: number): number {
  return Math.min(5, Math.ceil((toMs - fromMs) / 4_000));
}

/** The seconds left at which listeners are notified. */
export const warnings: readonly number[] = [10, 5];

/** The warning that fell due when the seconds left changed from one number to another, if any. */
export function warningBetween(before: number, after: number): number | null {
  return warnings.find((second) => before > second && after <= second && after > 0) ?? null;
}

/** Since when the clock stands: the host paused it, or the server cannot store what happens. Null while it runs. */
export function standsSinceMs(session: SessionView): number | null {
  return session.pausedAtMs ?? session.suspendedSinceMs ?? null;
}

/** When the open question closes for a player with this much time, and a power-up's per cent of it; null when it is unlimited. The server decides. */
export function ownClosesAtMs(phase: AskingView, time: PlayerTime, extraPercent = 0): number | null {
  const lengthMs = phase.closesAtMs - phase.opensAtMs;
  if (phase.untimed || time === 'unlimited') return null;
  const ownMs = time === 'longer' ? Math.floor((lengthMs * 3) / 2) : time === 'double' ? lengthMs * 2 : lengthMs;
  return phase.opensAtMs + Math.floor((ownMs * (100 + extraPercent)) / 100);
}

/** How long ago the game should have moved on by itself; negative while there is time, never while the clock stands. */
export function overdueMs(session: SessionView, nowMs: number): number {
  if (standsSinceMs(session) !== null) return -Infinity;
  const { phase } = session;
  switch (phase.kind) {
    case 'asking':
      // Players with more time may use it: the server notifies when that ends.
      return phase.overtime ? -Infinity : nowMs - phase.closesAtMs;
    case 'getReady':
    case 'reveal':
    case 'standings':
      return phase.endsAtMs == null ? -Infinity : nowMs - phase.endsAtMs;
    case 'lobby':
    case 'podium':
      return -Infinity;
  }
}
