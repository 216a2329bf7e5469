import type { Instrument, Note } from './score';

/** Noise that is the same every time. */
function noiseOf(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, Math.round(context.sampleRate / 4), context.sampleRate);
  const samples = buffer.getChannelData(0);
  let seed = 1;
  for (let index = 0; index < samples.length; index++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    samples[index] = seed / 0x80000000 - 1;
  }
  return buffer;
}

/** Rises in `attack` seconds, holds until `until`, and falls to nothing in `release`. */
interface Envelope {
  attack: number;
  until: number;
  release: number;
}

/** Plays notes into one place. */
export class Instruments {
  readonly #context: BaseAudioContext;
  readonly #out: AudioNode;
  #noise: AudioBuffer | null = null;

  constructor(context: BaseAudioContext, out: AudioNode) {
    this.#context = context;
    this.#out = out;
  }

  play(note: Note, at: number): void {
    this.#players[note.instrument](note, at);
  }

  readonly #players: Readonly<Record<Instrument, (note: Note, at: number) => void>> = {
    pad: (note, at) => {
      const shape = { attack: 0.12, until: note.seconds, release: 0.35 };
      for (const detune of [-6, 6]) this.#tone(note, at, 'sawtooth', shape, { detune, share: 0.2, lowpass: 850 });
    },
    bass: (note, at) =>
      this.#tone(note, at, 'triangle', { attack: 0.01, until: note.seconds * 0.8, release: 0.09 }, { lowpass: 600 }),
    marimba: (note, at) => {
      this.#tone(note, at, 'sine', { attack: 0.004, until: 0.01, release: 0.42 });
      this.#tone(note, at, 'sine', { attack: 0.003, until: 0.005, release: 0.09 }, { times: 4, share: 0.22 });
    },
    bell: (note, at) => {
      this.#tone(note, at, 'sine', { attack: 0.005, until: 0.02, release: 1.1 });
      this.#tone(note, at, 'sine', { attack: 0.005, until: 0.02, release: 0.5 }, { times: 2.76, share: 0.18 });
    },
    kick: (note, at) => {
      const shape = { attack: 0.003, until: 0.03, release: 0.16 };
      this.#tone({ ...note, hertz: 118 }, at, 'sine', shape, { slideTo: 45 });
    },
    wood: (note, at) =>
      this.#tone({ ...note, hertz: 920 }, at, 'sine', { attack: 0.001, until: 0.01, release: 0.05 }, { slideTo: 700 }),
    clap: (note, at) => this.#burst(note, at, 'bandpass', 1_700, 0.14),
    hat: (note, at) => this.#burst(note, at, 'highpass', 7_500, 0.05),
  };

  #tone(
    note: Note,
    at: number,
    type: OscillatorType,
    envelope: Envelope,
    { detune = 0, share = 1, times = 1, lowpass = 0, slideTo = 0 } = {},
  ): void {
    const hertz = (note.hertz ?? 440) * times;
    const source = new OscillatorNode(this.#context, { type, frequency: hertz, detune });
    if (slideTo > 0) {
      source.frequency.setValueAtTime(hertz, at);
      source.frequency.exponentialRampToValueAtTime(slideTo, at + envelope.until + envelope.release / 2);
    }
    const filtered =
      lowpass > 0
        ? source.connect(new BiquadFilterNode(this.#context, { type: 'lowpass', frequency: lowpass, Q: 0.4 }))
        : source;
    const end = this.#shaped(filtered, note.loudness * share, at, envelope);
    source.start(at);
    source.stop(end);
  }

  #burst(note: Note, at: number, type: BiquadFilterType, frequency: number, release: number): void {
    this.#noise ??= noiseOf(this.#context);
    const source = new AudioBufferSourceNode(this.#context, { buffer: this.#noise });
    const filtered = source.connect(new BiquadFilterNode(this.#context, { type, frequency, Q: 0.8 }));
    const end = this.#shaped(filtered, note.loudness, at, { attack: 0.001, until: 0.004, release });
    source.start(at);
    source.stop(end);
  }

  /** Returns when it is silent. */
  #shaped(source: AudioNode, loudness: number, at: number, { attack, until, release }: Envelope): number {
    const volume = new GainNode(this.#context, { gain: 0 });
    const falls = at + Math.max(attack, until);
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + attack);
    volume.gain.setValueAtTime(loudness, falls);
    volume.gain.linearRampToValueAtTime(0, falls + release);
    source.connect(volume).connect(this.#out);
    return falls + release;
  }
}
