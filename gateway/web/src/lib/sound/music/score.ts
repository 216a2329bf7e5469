/** The instruments, all of them made of oscillators and noise (`instruments.ts`). */
export type Instrument = 'pad' | 'bass' | 'marimba' | 'bell' | 'kick' | 'clap' | 'hat' | 'wood';

/** One instrument's part. */
export interface Track {
  instrument: Instrument;
  /** Beside the others, from 0 to 1. */
  loudness: number;
  /**
   * One text a bar: as many steps as the score has in one, divided by blanks. `.` is silence, `_` holds the note before, `x` strikes, and
   * `C4+E4+G4` sounds these notes together. Fewer bars than the piece has are repeated.
   */
  bars: readonly string[];
}

/** A piece that begins again where it ends. */
export interface Score {
  /** Beats a minute. */
  tempo: number;
  beatsPerBar: number;
  stepsPerBeat: number;
  /** How many bars until it begins again. */
  bars: number;
  tracks: readonly Track[];
}

/** One sound of a piece. */
export interface Note {
  instrument: Instrument;
  /** Null for an instrument without pitch. */
  hertz: number | null;
  /** From the beginning of the piece, in seconds. */
  at: number;
  seconds: number;
  loudness: number;
}

const semitones: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** In equal temperament, with A4 at 440 Hz. */
export function hertzOf(name: string): number {
  const [, letter = '', sign, octave = ''] = /^([A-G])([#b]?)(\d)$/.exec(name) ?? [];
  const semitone = semitones[letter];
  if (semitone === undefined) throw new Error(`No note: ${name}`);
  const fromA4 = semitone - 9 + (sign === '#' ? 1 : sign === 'b' ? -1 : 0) + 12 * (Number(octave) - 4);
  return 440 * 2 ** (fromA4 / 12);
}

/** How long a piece is, in seconds. */
export const lengthOf = (score: Score): number => (score.bars * score.beatsPerBar * 60) / score.tempo;

/** All sounds of a piece, in their order. */
export function notesOf(score: Score): Note[] {
  const stepsPerBar = score.beatsPerBar * score.stepsPerBeat;
  const stepSeconds = 60 / score.tempo / score.stepsPerBeat;
  return score.tracks
    .flatMap(({ instrument, loudness, bars }) => {
      const steps = Array.from({ length: score.bars }, (_, bar) =>
        stepsOf(bars[bar % bars.length], stepsPerBar),
      ).flat();
      return steps.flatMap((step, index): Note[] => {
        if (step === '.' || step === '_') return [];
        let held = 1;
        while (steps[index + held] === '_') held++;
        const pitches = step === 'x' ? [null] : step.split('+').map(hertzOf);
        return pitches.map((hertz) => ({
          instrument,
          hertz,
          at: index * stepSeconds,
          seconds: held * stepSeconds,
          loudness: loudness / pitches.length,
        }));
      });
    })
    .sort((one, other) => one.at - other.at);
}

function stepsOf(bar: string | undefined, count: number): string[] {
  const steps = (bar ?? '').trim().split(/\s+/);
  if (steps.length !== count) throw new Error(`Not ${count} steps: ${bar}`);
  return steps;
}
