import { StoredValue } from '$lib/game/storage';
import type { Sound } from '../sound.svelte';
import { Instruments } from './instruments';
import { scores, type Piece } from './piece';
import { Sequencer, tickMs } from './sequencer';

const isVolume = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

/** How loud music is in this browser. */
const kept = new StoredValue('arena.music', isVolume);

/** Of full loudness, at the loudest: music is an accompaniment. */
const most = 0.4;

/** So much of it is left under a question's own sound. */
const ducked = 0.1;

/** In seconds: how fast loudness changes, and how soon a piece that ends is silent. */
const glide = 0.05;
const goneMs = 500;

/** Whether something on the page sounds that players have to hear. */
const isMediumHeard = () =>
  [...document.querySelectorAll<HTMLMediaElement>('audio, video')].some((medium) => !medium.paused && !medium.muted);

/** The music of one screen: one piece at a time, beside the cues of {@link Sound}, muted with them. */
export class Music {
  volume = $state(kept.get() ?? 0.7);
  /** Whether the browser keeps the page silent until something is pressed on it. */
  blocked = $state(false);

  readonly #sound: Pick<Sound, 'on' | 'context'>;
  readonly #isMediumHeard: () => boolean;
  #wanted: Piece | null = null;
  #playing: { piece: Piece; out: GainNode; timer: ReturnType<typeof setInterval> } | null = null;

  constructor(sound: Pick<Sound, 'on' | 'context'>, mediumHeard = isMediumHeard) {
    this.#sound = sound;
    this.#isMediumHeard = mediumHeard;
  }

  setVolume(volume: number): void {
    this.volume = volume;
    kept.set(volume);
    this.follow();
  }

  /** Sets the piece to play from now on; null for silence. */
  want(piece: Piece | null): void {
    this.#wanted = piece;
    this.follow();
  }

  /** Does what can be done now: after a press the page may sound. */
  follow(): void {
    const piece = this.#sound.on && this.volume > 0 ? this.#wanted : null;
    const context = piece && this.#sound.context();
    this.blocked = piece !== null && !context;
    if (this.#playing && (this.#playing.piece !== piece || !context)) this.stop();
    if (!piece || !context) return;
    if (this.#playing) this.#balance(context);
    else if (context.state === 'running') this.#start(context, piece);
    else void context.resume().then(() => context.state === 'running' && this.follow());
  }

  /** Fades out at once, with all that was to sound a moment later. */
  stop(): void {
    if (!this.#playing) return;
    const { out, timer } = this.#playing;
    this.#playing = null;
    clearInterval(timer);
    out.gain.setTargetAtTime(0, out.context.currentTime, glide);
    setTimeout(() => out.disconnect(), goneMs);
  }

  #start(context: AudioContext, piece: Piece): void {
    const out = new GainNode(context, { gain: this.#loudness() });
    out.connect(context.destination);
    const instruments = new Instruments(context, out);
    const sequencer = new Sequencer(scores[piece], context.currentTime + glide, (note, at) =>
      instruments.play(note, at),
    );
    sequencer.advance(context.currentTime);
    const timer = setInterval(() => {
      sequencer.advance(context.currentTime);
      this.#balance(context);
    }, tickMs);
    this.#playing = { piece, out, timer };
  }

  #balance(context: BaseAudioContext): void {
    this.#playing?.out.gain.setTargetAtTime(this.#loudness(), context.currentTime, glide);
  }

  /** Squared, as ears count. */
  #loudness(): number {
    return most * this.volume ** 2 * (this.#isMediumHeard() ? ducked : 1);
  }
}
