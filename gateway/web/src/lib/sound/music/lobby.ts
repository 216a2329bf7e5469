import type { Score } from './score';

/** While players gather: an easy groove in F that can run for minutes. */
export const lobby: Score = {
  tempo: 98,
  beatsPerBar: 4,
  stepsPerBeat: 2,
  bars: 8,
  tracks: [
    {
      instrument: 'pad',
      loudness: 0.5,
      bars: [
        'F3+A3+C4+E4 _ _ _ _ _ _ _',
        'D3+F3+A3+C4 _ _ _ _ _ _ _',
        'Bb2+D3+F3+A3 _ _ _ _ _ _ _',
        'C3+E3+G3+Bb3 _ _ _ _ _ _ _',
        'A2+C3+E3+G3 _ _ _ _ _ _ _',
        'D3+F3+A3+C4 _ _ _ _ _ _ _',
        'G2+Bb2+D3+F3 _ _ _ _ _ _ _',
        'C3+F3+G3+Bb3 _ _ _ C3+E3+G3+Bb3 _ _ _',
      ],
    },
    {
      instrument: 'bass',
      loudness: 0.7,
      bars: [
        'F2 _ . F2 . C2 . F2',
        'D2 _ . D2 . A2 . D2',
        'Bb1 _ . Bb1 . F2 . Bb1',
        'C2 _ . C2 . G2 . C2',
        'A1 _ . A1 . E2 . A1',
        'D2 _ . D2 . A1 . D2',
        'G1 _ . G1 . D2 . G1',
        'C2 _ . C2 . D2 . E2',
      ],
    },
    {
      instrument: 'marimba',
      loudness: 0.42,
      bars: [
        'C5 . A4 . C5 D5 . C5',
        'A4 . . F4 . A4 . .',
        'D5 . A4 . F4 A4 . D5',
        'C5 . . Bb4 . G4 . .',
        'E5 . C5 . A4 C5 . E5',
        'D5 . . C5 . A4 . .',
        'Bb4 . D5 . F5 D5 . Bb4',
        'C5 . . G4 . E4 . .',
      ],
    },
    {
      instrument: 'bell',
      loudness: 0.16,
      bars: [
        '. . . . . . . .',
        '. . . . . . F5 C6',
        '. . . . . . . .',
        '. . . . . . E5 Bb5',
        '. . . . . . . .',
        '. . . . . . F5 A5',
        '. . . . . . . .',
        '. . G5 . Bb5 . C6 .',
      ],
    },
    { instrument: 'kick', loudness: 0.6, bars: ['x . . . x . . .', 'x . . x x . . .'] },
    { instrument: 'clap', loudness: 0.22, bars: ['. . x . . . x .'] },
    { instrument: 'hat', loudness: 0.13, bars: ['x x . x x x . x'] },
  ],
};
