import type { Formats } from './formats';

/** The texts of questions that are not plain choices, for players and hosts. */
export const questionTexts = (f: Formats) => ({
  yourAnswer: 'Your answer',
  left: (count: number) => `${f.plural(count, { one: 'character', other: 'characters' })} left`,
  number: {
    sign: 'Change the sign',
    readAs: (value: string) => `You’re sending ${value}`,
    unreadable: 'That’s not a number.',
    decimals: (most: number) =>
      most === 0 ? 'Whole numbers only.' : `At most ${f.plural(most, { one: 'decimal', other: 'decimals' })}.`,
    less: 'Less',
    more: 'More',
    within: (value: string, tolerance: string) => `${value} (give or take ${tolerance})`,
    from: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  },
  pin: {
    label: (alt: string | null) => `${alt ?? 'Picture'}. Tap the place, or move the crosshair with the arrow keys.`,
    keys: 'You can also use the arrow keys; with Shift they go farther.',
    at: (x: number, y: number) => `${f.percent(x, 1)} from the left, ${f.percent(y, 1)} from the top`,
  },
  order: {
    yours: 'Your order',
    up: (item: string) => `Move “${item}” up`,
    down: (item: string) => `Move “${item}” down`,
    drag: (item: string, place: number, count: number) =>
      `${item}: ${f.number(place + 1)} of ${f.number(count)}. Drag it or use the arrow keys.`,
    movedTo: (item: string, place: number, count: number) =>
      `${item}: now ${f.number(place + 1)} of ${f.number(count)}`,
    placed: (count: number) => `${f.plural(count, { one: 'player', other: 'players' })} put it here`,
  },
  match: {
    pairs: 'Your pairs',
    choices: 'Choose from these',
    open: (left: string) => `${left}: no match yet`,
    paired: (left: string, right: string) => `${left}: ${right}`,
    remove: (left: string, right: string) => `${left}: ${right}. Remove this match.`,
    placed: (count: number) => `${f.plural(count, { one: 'player', other: 'players' })} got it`,
  },
  rating: {
    step: (step: number, steps: number, label: string | null) =>
      `${f.number(step)} of ${f.number(steps)}${label ? `: ${label}` : ''}`,
    average: (average: number) => `Average: ${f.value(Math.round(average * 10) / 10)}`,
  },
  words: { word: (place: number) => `Word ${f.number(place + 1)}`, none: 'No words yet.' },
  answers: {
    none: 'No answers yet.',
    show: (count: number) => `Show ${f.plural(count, { one: 'answer', other: 'answers' })} to the room`,
    hide: 'Hide the answers',
    accept: 'Accept',
    others: 'Other answers',
    showOthers: 'Show the other answers to the room',
    hideOthers: 'Hide the other answers',
    withHost: 'Your host has your answers.',
    times: (count: number) => `${f.plural(count, { one: 'time', other: 'times' })}`,
  },
  isCorrect: 'correct',
  isWrong: 'not correct',
});

export type QuestionTexts = ReturnType<typeof questionTexts>;
