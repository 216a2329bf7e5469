import type { RefusalBody } from '$lib/contract';

interface Tools {
  /** The face that the server has sent last. */
  current: () => number;
  ask: (face: number) => Promise<RefusalBody | null>;
  /** Shows a face before the server has it; null for the one that it has. */
  show: (face: number | null) => void;
}

/** Taps follow each other fast: the face that they lead to is asked for once. */
export const restMs = 500;

/** A request is repeated if the face has not arrived by then: it may have met another one on its way. */
export const patienceMs = 1_500;
const tries = 3;

/** The face that a player wishes for: shown at once, and asked for when the player has stopped tapping. */
export class FaceWish {
  readonly #tools: Tools;
  #face: number | null = null;
  #left = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  pick(face: number): void {
    this.#face = face;
    this.#left = tries;
    this.#tools.show(face);
    this.#askIn(restMs);
  }

  /** The server has sent a face. */
  framed(): void {
    if (this.#face === this.#tools.current()) this.#end();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #askIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), ms);
  }

  async #ask(): Promise<void> {
    const face = this.#face;
    if (face === null || face === this.#tools.current() || this.#left-- === 0) return this.#end();
    const refusal = await this.#tools.ask(face);
    if (this.#face !== face) return;
    if (refusal) this.#end();
    else this.#askIn(patienceMs);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#face = null;
    this.#tools.show(null);
  }
}
