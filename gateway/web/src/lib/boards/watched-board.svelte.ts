import type { BoardReply } from '$lib/contract';
import type { SeenBoard } from '$lib/net/boards';

/** A leaderboard that a page shows, read again without its lines as long as none has changed. */
export class WatchedBoard {
  board = $state.raw<BoardReply | null>(null);
  #etag: string | null = null;
  #choice = 0;

  /** Another leaderboard will be read. */
  forget(): void {
    this.board = null;
    this.#etag = null;
    this.#choice++;
  }

  async read(from: (seen: string | null) => Promise<SeenBoard | null>): Promise<void> {
    const choice = this.#choice;
    const seen = await from(this.#etag);
    // Another one may have been chosen meanwhile.
    if (seen && choice === this.#choice) [this.board, this.#etag] = [seen.board, seen.etag];
  }
}

/** How often a leaderboard that is looked at is asked about. The reply to an unchanged one is some bytes. */
const pauseMs = 30_000;

/** Calls while the page is looked at; and at once when it is looked at again. */
export function whileSeen(refresh: () => void): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') refresh();
  };
  const timer = setInterval(seen, pauseMs);
  document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  };
}
