import { onDestroy } from 'svelte';
import { StoredValue } from '$lib/game/storage';
import { watch } from '$lib/ui/watch.svelte';
import { cueBetween, melodies, type Cue, type Heard } from './cues';

/** Quiet enough to talk over. */
const loudness = 0.14;
const fadeSeconds = 0.02;

/** Where sounds are played; each is muted for itself, and each browser remembers. */
export type Place = 'console' | 'screen' | 'remote' | 'phone';

/** The sounds of one screen. The host's console sounds from the start; a second window beside it and a phone in a pocket do not. */
export class Sound {
  on = $state(false);
  readonly #kept: StoredValue<boolean>;
  #context: AudioContext | null = null;

  constructor(place: Place) {
    this.#kept = new StoredValue(`arena.sound.${place}`, (value): value is boolean => typeof value === 'boolean');
    this.on = this.#kept.get() ?? place === 'console';
  }

  toggle(): void {
    this.on = !this.on;
    this.#kept.set(this.on);
    // Pressing the button is what lets a page sound at all.
    if (this.on) this.play('locked');
  }

  /** What this page may sound through now, or null. */
  context(): AudioContext | null {
    // Before anything was pressed on this page the browser keeps it silent, and complains of every try.
    const silenced = 'userActivation' in navigator && !navigator.userActivation.hasBeenActive;
    return this.on && !silenced ? (this.#context ??= new AudioContext()) : null;
  }

  play(cue: Cue): void {
    const context = this.context();
    if (context?.state === 'running') sing(context, cue);
    // It has to be woken first: then the moment has passed.
    else void context?.resume();
  }

  stop(): void {
    void this.#context?.close();
    this.#context = null;
  }
}

function sing(context: AudioContext, cue: Cue): void {
  for (const [hertz, atSeconds, forSeconds] of melodies[cue]) {
    const from = context.currentTime + atSeconds;
    const tone = new OscillatorNode(context, { type: 'triangle', frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(loudness, from + fadeSeconds);
    volume.gain.setValueAtTime(loudness, from + Math.max(fadeSeconds, forSeconds - fadeSeconds));
    volume.gain.linearRampToValueAtTime(0, from + forSeconds);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + forSeconds);
  }
}

/** The sounds of a screen for as long as it is shown: plays what follows from one view to the next. */
export function soundOf(place: Place, heard: () => Heard): Sound {
  const sound = new Sound(place);
  let before: Heard | null = null;
  watch(heard, (after) => {
    const cue = before && cueBetween(before, after);
    before = after;
    if (cue) sound.play(cue);
  });
  onDestroy(() => sound.stop());
  return sound;
}
