import type { Formats } from './formats';

/** The texts of power-ups: loaded by games with any, and with what launches a game. */
export const powerUpTexts = (f: Formats) => ({
  legend: 'Power-ups',
  names: {
    doublePoints: 'Double points',
    fiftyFifty: '50:50',
    extraTime: 'Extra time',
    streakFreeze: 'Streak freeze',
    secondChance: 'Second chance',
    shield: 'Shield',
  },
  does: {
    doublePoints: 'Earn twice as much',
    fiftyFifty: 'Remove half the options',
    extraTime: 'Half as long again',
    streakFreeze: 'A miss keeps your streak',
    secondChance: 'Answer twice',
    shield: 'A miss costs nothing',
  },
  inEffect: {
    doublePoints: 'A correct answer earns twice the points.',
    fiftyFifty: 'Half the options are gone.',
    extraTime: 'You have half as long again.',
    streakFreeze: 'A miss won’t end your streak.',
    secondChance: 'You can answer twice. The better answer counts, the second one for half its points.',
    shield: 'A miss costs you and your team nothing.',
  },
  noEffect: 'No effect here',
  again: 'You can answer again now.',
  keep: 'Keep my answer',
  lobby: 'This game has power-ups. Earn them with your answers, and use one a question.',
  used: (name: string) => `Power-up used: ${name}`,
  second: 'Your second answer counted, for half its points.',
  earned: (name: string) => `New power-up: ${name}`,
  usedBy: (count: number) => `${f.plural(count, { one: 'power-up', other: 'power-ups' })} used`,
  launch: {
    on: 'Players earn and use power-ups',
    onHint: 'One a question at most, three in hand.',
    kinds: 'Which ones',
    shieldHint: 'For teams, survivor and confidence.',
    earning: 'How they are earned',
    both: 'Streaks and comebacks',
    streak: 'Every third correct answer in a row',
    comeback: 'Correct answers of the last third',
  },
});
