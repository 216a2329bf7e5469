import { describe, expect, it } from 'vitest';
import { scores } from './piece';
import { hertzOf, lengthOf, notesOf, type Score } from './score';

const score = (bars: string[], changes: Partial<Score> = {}): Score => ({
  tempo: 60,
  beatsPerBar: 4,
  stepsPerBeat: 1,
  bars: bars.length,
  tracks: [{ instrument: 'pad', loudness: 1, bars }],
  ...changes,
});

describe('a score', () => {
  it('names notes in equal temperament', () => {
    expect(hertzOf('A4')).toBe(440);
    expect(hertzOf('C4')).toBeCloseTo(261.63, 2);
    expect(hertzOf('Bb3')).toBeCloseTo(hertzOf('A#3'), 9);
    expect(hertzOf('G#5')).toBeCloseTo(830.61, 2);
    expect(() => hertzOf('H4')).toThrow();
  });

  it('is read step by step: strikes, silence, held notes and chords', () => {
    expect(notesOf(score(['A4 _ . x', '_ A3+A5 _ _']))).toEqual([
      { instrument: 'pad', hertz: 440, at: 0, seconds: 2, loudness: 1 },
      { instrument: 'pad', hertz: null, at: 3, seconds: 2, loudness: 1 },
      { instrument: 'pad', hertz: 220, at: 5, seconds: 3, loudness: 0.5 },
      { instrument: 'pad', hertz: 880, at: 5, seconds: 3, loudness: 0.5 },
    ]);
  });

  it('repeats a track that is shorter than the piece, and refuses a bar of another length', () => {
    expect(notesOf(score(['x . . .'], { bars: 3 })).map(({ at }) => at)).toEqual([0, 4, 8]);
    expect(() => notesOf(score(['x . .']))).toThrow('Not 4 steps');
  });

  it.each(Object.entries(scores))('is well formed: %s', (_, piece) => {
    const notes = notesOf(piece);
    const length = lengthOf(piece);
    expect(notes.length).toBeGreaterThan(40);
    for (const note of notes) {
      expect(note.at).toBeGreaterThanOrEqual(0);
      expect(note.at + note.seconds).toBeLessThanOrEqual(length + 1e-9);
      // Within the range of the speakers of a television.
      if (note.hertz !== null) expect(note.hertz).toBeGreaterThan(45);
      if (note.hertz !== null) expect(note.hertz).toBeLessThan(1_200);
    }
    // Together never so loud that it distorts.
    for (const { at } of notes) {
      const together = notes.filter((other) => other.at <= at && at < other.at + other.seconds - 1e-6);
      expect(together.reduce((sum, { loudness }) => sum + loudness, 0)).toBeLessThan(3);
    }
  });

  it('fills the last five seconds exactly, a bar a second', () => {
    expect(lengthOf(scores.lastSeconds)).toBe(5);
  });
});
