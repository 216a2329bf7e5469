import type { HostActionKind } from '$lib/contract';

/** A key or a presenter's clicker that bounces presses again within this time; a person means two presses after it. */
export const bounceMs = 500;

/** Actions that share one control: the second of two quick presses would undo the first, or go one step too far. */
const controls: Partial<Record<HostActionKind, string>> = {
  start: 'step',
  advance: 'step',
  skip: 'step',
  pause: 'clock',
  resume: 'clock',
  lock: 'lock',
  unlock: 'lock',
  autoAdvanceOn: 'pace',
  autoAdvanceOff: 'pace',
};

/** Distinguishes presses from bounces. The server does the same for commands that advance the game, from any device. */
export class Presses {
  readonly #lastMs = new Map<string, number>();

  /** Whether it is a press of its own. */
  takes(action: HostActionKind, nowMs: number): boolean {
    const control = controls[action];
    if (control === undefined) return true;
    const lastMs = this.#lastMs.get(control);
    if (lastMs !== undefined && nowMs - lastMs < bounceMs) return false;
    this.#lastMs.set(control, nowMs);
    return true;
  }
}
