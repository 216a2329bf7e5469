import { describe, expect, it } from 'vitest';
import { scores } from './piece';
import { lengthOf, notesOf, type Score } from './score';
import { aheadSeconds, Sequencer, tickMs } from './sequencer';

const beat: Score = {
  tempo: 60,
  beatsPerBar: 2,
  stepsPerBeat: 1,
  bars: 1,
  tracks: [
    { instrument: 'kick', loudness: 1, bars: ['x .'] },
    { instrument: 'hat', loudness: 1, bars: ['. x'] },
  ],
};

describe('a sequencer', () => {
  it('hands each sound over once, before its time, and begins again where the piece ends', () => {
    const played: string[] = [];
    let now = 100;
    const sequencer = new Sequencer(beat, 100, ({ instrument }, at) => {
      expect(at).toBeGreaterThanOrEqual(now);
      expect(at).toBeLessThanOrEqual(now + aheadSeconds);
      played.push(`${instrument} ${at}`);
    });
    for (; now < 106; now += tickMs / 1000) sequencer.advance(now);
    expect(played).toEqual([
      'kick 100',
      'hat 101',
      'kick 102',
      'hat 103',
      'kick 104',
      'hat 105',
      'kick 106',
      'hat 107',
    ]);
  });

  it('leaves out what a sleeping page has missed, and stays in time', () => {
    const played: number[] = [];
    const sequencer = new Sequencer(beat, 0, (_, at) => played.push(at));
    sequencer.advance(0);
    sequencer.advance(3_600.5);
    expect(played).toEqual([0, 1, 3_601, 3_602]);
  });

  it.each(Object.entries(scores))('plays %s the same way however often it is asked', (_, score) => {
    const take = (step: number) => {
      const played: [string, number | null, number][] = [];
      const sequencer = new Sequencer(score, 5, (note, at) => played.push([note.instrument, note.hertz, at]));
      for (let now = 5; now <= 5 + 2 * lengthOf(score); now += step) sequencer.advance(now);
      return played.filter(([, , at]) => at < 5 + 2 * lengthOf(score) - 1e-9);
    };
    expect(take(0.25)).toHaveLength(2 * notesOf(score).length);
    expect(take(1)).toEqual(take(0.25));
  });
});
