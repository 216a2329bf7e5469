import type { Formats } from './formats';

export const startTexts = (f: Formats) => ({
  pitch: {
    title: 'Live quizzes on your own machine',
    lead: 'Ask a question on the big screen, and everyone answers on their phone. No app, no account, no ads.',
    points: [
      'Players join with a code and one tap.',
      'Every answer counts from when it was sent, not from how fast the network is.',
      'No one loses points: not to a dead phone, not to a restart of the server.',
      'Fourteen question types, teams, game modes and reports.',
    ],
    tryNow: 'Try it now',
    tryHint: 'A sample quiz with three simulated players, on this screen.',
    host: 'Host a game',
  },
  samples: {
    title: 'Start from a sample',
    hint: 'Play it as it is, or make it your own.',
    play: 'Play',
    edit: 'Edit',
    questions: (count: number) => f.plural(count, { one: 'question', other: 'questions' }),
  },
  trial: {
    title: 'Try Arena',
    starting: 'Setting up a game for you…',
    lead: 'You are the host here, and a player on the phone. Three simulated players join by themselves.',
    phone: 'A player’s phone',
    openPhone: 'Open the player’s view in another tab',
    own: 'Host your own game',
    names: ['Quick Fox', 'Calm Otter', 'Bright Owl'],
    words: ['sunshine', 'coffee', 'music', 'friends', 'holidays'],
  },
});

export type StartTexts = ReturnType<typeof startTexts>;
