import { lengthOf, notesOf, type Note, type Score } from './score';

/** How far ahead sounds are handed to the audio thread, in seconds. A page in the background may be woken only once a second. */
export const aheadSeconds = 1.5;

/** How often that is done, in milliseconds. */
export const tickMs = 250;

/** Plays one piece over and over: hands each sound to `play` a moment before its time. The clock is the audio thread's, which does not stutter. */
export class Sequencer {
  readonly #notes: readonly Note[];
  readonly #length: number;
  readonly #startsAt: number;
  readonly #play: (note: Note, at: number) => void;
  #next = 0;

  constructor(score: Score, startsAt: number, play: (note: Note, at: number) => void) {
    this.#notes = notesOf(score);
    this.#length = lengthOf(score);
    this.#startsAt = startsAt;
    this.#play = play;
  }

  /** Hands over the notes that are due until `aheadSeconds` after `now`. Notes of the past, after a long sleep, are left out. */
  advance(now: number): void {
    if (this.#notes.length === 0) return;
    for (;;) {
      const round = Math.floor(this.#next / this.#notes.length);
      const note = this.#notes[this.#next % this.#notes.length];
      if (!note) return;
      const at = this.#startsAt + round * this.#length + note.at;
      if (at > now + aheadSeconds) return;
      this.#next++;
      if (at >= now) this.#play(note, at);
    }
  }
}
