import type { Score } from './score';

/** The last five seconds of a question: five bars of one second each, which climb. Where there are more, it begins again. */
export const lastSeconds: Score = {
  tempo: 120,
  beatsPerBar: 2,
  stepsPerBeat: 4,
  bars: 5,
  tracks: [
    {
      instrument: 'bass',
      loudness: 0.55,
      bars: [
        'A1 . A1 . A1 . A1 .',
        'C2 . C2 . C2 . C2 .',
        'D2 . D2 . D2 . D2 .',
        'E2 . E2 . E2 . E2 .',
        'E2 . E2 . G#2 . G#2 .',
      ],
    },
    {
      instrument: 'marimba',
      loudness: 0.34,
      bars: [
        'A4 . . C5 . . A4 .',
        'A4 . C5 . E5 . C5 .',
        'A4 . D5 . F5 . D5 .',
        'B4 . E5 . G#5 . E5 .',
        'B4 E5 G#5 E5 B4 E5 G#5 B5',
      ],
    },
    {
      instrument: 'pad',
      loudness: 0.28,
      bars: [
        'A3+C4+E4 _ _ _ _ _ _ _',
        'C4+E4+A4 _ _ _ _ _ _ _',
        'D4+F4+A4 _ _ _ _ _ _ _',
        'E4+G#4+B4 _ _ _ _ _ _ _',
        'E4+G#4+B4+D5 _ _ _ _ _ _ _',
      ],
    },
    { instrument: 'kick', loudness: 0.55, bars: ['x . . . x . . .'] },
    {
      instrument: 'hat',
      loudness: 0.11,
      bars: ['. . x . . . x .', '. . x . . . x .', 'x . x . x . x .', 'x . x . x . x .', 'x x x x x x x x'],
    },
    {
      instrument: 'clap',
      loudness: 0.17,
      bars: ['. . . . . . . .', '. . . . x . . .', '. . . . x . . .', '. . . . x . . x', 'x . x . x x x x'],
    },
  ],
};
