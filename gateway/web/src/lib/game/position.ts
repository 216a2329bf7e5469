/** Where a frame stands: a later activation of the session has a greater epoch, a later frame of one epoch a greater sequence. */
export interface Position {
  epoch: number;
  sequence: number;
}

/** Before every frame. */
export const nowhere: Position = { epoch: -1, sequence: -1 };

/** Positive when the first is later. */
export function compare(first: Position, second: Position): number {
  return first.epoch - second.epoch || first.sequence - second.sequence;
}
