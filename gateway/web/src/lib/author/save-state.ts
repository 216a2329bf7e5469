import type { ProblemCode } from '$lib/contract';

/** How far the quiz on the screen is stored. Only `saved` says that the server has acknowledged exactly this. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** A new quiz that has faults: the server has nothing of it yet. */
  | { kind: 'unstored'; kept: boolean }
  /** There are faults: kept in this browser, if it lets us, until they are mended. */
  | { kind: 'unsound'; kept: boolean }
  /** The server cannot be reached: tried again. */
  | { kind: 'offline'; kept: boolean }
  | { kind: 'refused'; code: ProblemCode };
