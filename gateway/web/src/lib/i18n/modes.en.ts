import type { Formats } from './formats';

/** The texts of the game modes: loaded by games that are not classic, and with what launches a game. */
export const modeTexts = (f: Formats) => ({
  legend: 'Game mode',
  names: {
    classic: 'Classic',
    survivor: 'Survivor',
    race: 'Race',
    confidence: 'Confidence',
    sharedDevice: 'Teams, one device each',
  },
  hints: {
    classic: 'The most points win.',
    survivor: 'Too many misses and you’re out. The last player in wins.',
    race: 'The first to reach the goal ends the game.',
    confidence: 'Players bet points on their answers.',
    sharedDevice: 'Each team joins with one device and can talk before it answers.',
  },
  survivor: {
    misses: 'Misses until a player is out',
    rules: (misses: number) =>
      misses === 1
        ? 'Miss one question and you’re out. The last player in wins.'
        : `Miss ${f.number(misses)} questions and you’re out. The last player in wins.`,
    lives: (lives: number) => `${f.plural(lives, { one: 'life', other: 'lives' })} left`,
    lastLife: 'Your last life: one more miss and you’re out.',
    out: 'You’re out, but stay with us: keep guessing for fun. Your answers no longer earn points.',
    survived: 'You made it to the end!',
  },
  race: {
    goal: 'Points to reach',
    rules: (points: number) => `The game ends as soon as someone has ${f.number(points)} points.`,
    toGo: (points: number) => `${f.plural(points, { one: 'point', other: 'points' })} to go`,
    reached: 'You reached the goal!',
    there: 'reached the goal',
  },
  sharedDevice: {
    talk: 'Time to talk before answering (seconds)',
    rules: (seconds: number) =>
      seconds === 0
        ? 'One device a team: agree on an answer, then one of you gives it.'
        : `One device a team: you have ${f.plural(seconds, { one: 'second', other: 'seconds' })} to talk, then one of you answers.`,
    talkItOver: 'Talk it over, then one of you answers.',
  },
  confidence: {
    rules:
      'How sure are you? Bet points with each answer: a correct one adds them to its points, a wrong one loses them. You can’t go below zero.',
    bet: 'How many points do you bet?',
    placed: (stake: number) => `You bet ${f.plural(stake, { one: 'point', other: 'points' })}.`,
    won: (stake: number) => `You won your bet of ${f.plural(stake, { one: 'point', other: 'points' })}.`,
    lost: (points: number) =>
      points > 0
        ? `Your bet cost you ${f.plural(points, { one: 'point', other: 'points' })}.`
        : 'You had nothing to lose.',
    kept: (stake: number) => `You keep your bet of ${f.plural(stake, { one: 'point', other: 'points' })}.`,
  },
});

export type ModeTexts = ReturnType<typeof modeTexts>;
