import type { Formats } from './formats';

/** The texts of finding quizzes, of drawing from them and of launching a game. */
export const bankTexts = (f: Formats) => ({
  media: 'My media',
  games: 'Games and reports',
  filter: 'Find quizzes',
  search: 'Search titles, tags and questions',
  folders: 'Folders',
  tags: 'Tags',
  tagged: (name: string, quizzes: number) => `${name} (${f.number(quizzes)})`,
  found: (count: number) => f.plural(count, { one: 'quiz', other: 'quizzes' }),
  none: 'No quiz matches.',
  clear: 'Show all',
  inFolder: (folder: string) => `Folder: ${folder}`,
  draw: 'Draw at random',
  drawHint: 'In random order, without information slides.',
  drawing: (count: number, of: number) =>
    `Draws ${f.number(count)} of ${f.plural(of, { one: 'question', other: 'questions' })}.`,
  counting: 'Counting questions…',
  nothing: 'There are no questions to draw.',
  drawTags: 'Draw from all my quizzes tagged',
  launch: {
    title: 'Start a game',
    formula: 'Points',
    speed: 'Faster is better',
    speedHint: 'Half the points for being right, half for being fast.',
    flat: 'All or nothing',
    flatHint: 'Full points for any correct answer in time.',
    streakBonus: 'Bonus for correct answers in a row',
    lateJoin: 'Players can join late',
    autoAdvance: 'Auto-advance',
    continueWithoutHost: 'Continue without me',
    continueWithoutHostHint:
      'If you lose your connection, the game continues automatically after 30 seconds. When this is off, it waits for you after the open question.',
    untimed: 'No time limit',
    untimedHint:
      'Each question stays open until everyone has answered or you move on. Correct answers earn full points.',
    approveNames: 'Approve names',
    approveNamesHint: 'Names stay hidden until you approve them in the player list.',
    filterNames: 'Block offensive names',
    filterNamesHint: 'Names with offensive words in English, French or Spanish are rejected.',
    keyIsOpen: 'This quiz is shared, so players may know the answers. Use a private quiz for a game that counts.',
    questionCount: 'Number of questions',
    questionCountHint: (count: number) => `This quiz has ${f.number(count)}.`,
    groups: { questions: 'Questions', players: 'Players', pace: 'Pace', more: 'More settings' },
    maxPlayers: 'Maximum players',
    teams: 'Teams',
    teamsHint: 'A team’s score is the average of its players’ scores, so team size doesn’t matter.',
    noTeams: 'None',
    getReadyMs: '“Get ready” before each question (seconds)',
    revealMs: 'Answer shown, with auto-advance (seconds)',
    standingsMs: 'Standings shown, with auto-advance (seconds)',
    go: 'Open lobby',
    busy: 'Opening…',
  },
});

export type BankTexts = ReturnType<typeof bankTexts>;
