import type { Score } from './score';

/** While a question is open: quiet, in A minor, with a clock of wood. It leaves room for thoughts, and for the host's voice. */
export const thinking: Score = {
  tempo: 84,
  beatsPerBar: 4,
  stepsPerBeat: 2,
  bars: 8,
  tracks: [
    {
      instrument: 'pad',
      loudness: 0.42,
      bars: [
        'A2+E3+B3+C4 _ _ _ _ _ _ _',
        '_ _ _ _ _ _ _ _',
        'F2+C3+A3+E4 _ _ _ _ _ _ _',
        '_ _ _ _ _ _ _ _',
        'D3+A3+C4+F4 _ _ _ _ _ _ _',
        '_ _ _ _ _ _ _ _',
        'E3+A3+B3+D4 _ _ _ _ _ _ _',
        'E3+G#3+B3+D4 _ _ _ _ _ _ _',
      ],
    },
    {
      instrument: 'bass',
      loudness: 0.5,
      bars: [
        'A1 _ _ . . . E2 .',
        'A1 _ _ . . . . .',
        'F2 _ _ . . . C2 .',
        'F2 _ _ . . . . .',
        'D2 _ _ . . . A1 .',
        'D2 _ _ . . . . .',
        'E2 _ _ . . . B1 .',
        'E2 _ _ . . . G#1 .',
      ],
    },
    {
      instrument: 'marimba',
      loudness: 0.26,
      bars: [
        'A4 . E4 . C5 . E4 .',
        'B4 . E4 . C5 . E4 .',
        'A4 . F4 . C5 . F4 .',
        'E5 . F4 . C5 . A4 .',
        'A4 . D4 . F4 . A4 .',
        'C5 . F4 . A4 . D4 .',
        'B4 . E4 . A4 . E4 .',
        'B4 . E4 . G#4 . E4 .',
      ],
    },
    { instrument: 'wood', loudness: 0.2, bars: ['x . . . x . . .', 'x . . . x . x .'] },
    { instrument: 'hat', loudness: 0.05, bars: ['. . x . . . x .'] },
  ],
};
