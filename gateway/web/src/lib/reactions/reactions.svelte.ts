import type { ReactionsFrame } from '$lib/contract';
import { landed, nothing, reacted } from './feed';

/** The reactions that this screen has been sent, until the next moment of the game. */
export class Reactions {
  shown = $state.raw(nothing);

  show(frame: ReactionsFrame): void {
    this.shown = reacted(this.shown, frame);
  }

  landed(id: number): void {
    this.shown = landed(this.shown, id);
  }

  clear(): void {
    this.shown = nothing;
  }
}
