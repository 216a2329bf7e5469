/** The texts of the forms for questions of each type. */
export const formTexts = () => ({
  hints: {
    singleChoice: 'Players tap one answer. One answer is correct.',
    multipleChoice: 'Players pick as many answers as they like. One or more are correct.',
    trueFalse: 'A statement that is true or false.',
    typedAnswer: 'Players type a short answer. List every answer you accept.',
    number: 'Players type a number.',
    slider: 'Players move a slider. The closer they get, the more points they earn.',
    order:
      'Write the items in the correct order: players see them shuffled. Every pair in the right order earns points.',
    match: 'Write each pair on one line: players see the right-hand side shuffled. Every correct pair earns points.',
    poll: 'Players tap one answer. Nothing is right or wrong, and there are no points.',
    rating: 'Players pick a number on a scale. There are no points.',
    wordCloud: 'Players send a few words. The more often a word is sent, the larger it appears.',
    openText: 'Players write up to a few sentences. Only hosts see them, and can show them to the room.',
    slide: 'A page to read. It stays until the host moves on.',
  },
  shuffle: 'Shuffle the answers in each game',
  picks: {
    title: 'Points',
    names: { perOption: 'For each correct pick', allOrNothing: 'All or nothing' },
    hints: {
      perOption: 'A wrong pick cancels out a correct one.',
      allOrNothing: 'Only exactly the right picks earn points.',
    },
  },
  leniency: {
    title: 'When comparing answers',
    ignoreCase: 'Ignore capital letters',
    ignoreAccents: 'Ignore accents',
    ignoreSpaces: 'Ignore spaces',
    ignorePunctuation: 'Ignore punctuation',
    allowTypos: 'Accept small typos',
    allowTyposHint: 'One wrong letter from four letters on, two from eight.',
  },
  value: 'Correct answer',
  closeness: {
    title: 'Accept',
    names: { exact: 'Only this number', range: 'Close numbers', nearest: 'The closer, the better' },
    hints: {
      exact: 'Any other number is wrong.',
      range: 'Numbers within the margin earn full points.',
      nearest: 'Within the margin, closer numbers earn more points.',
    },
  },
  tolerance: 'Margin (±)',
  decimals: 'Decimals',
  unit: 'Unit (optional)',
  min: 'Lowest value',
  max: 'Highest value',
  step: 'Step',
  steps: 'Steps on the scale',
  low: 'Label for the lowest (optional)',
  high: 'Label for the highest (optional)',
  maxWords: 'Words per player',
  body: 'Text',
  bodyHint: 'Shown below the title.',
});

export type FormTexts = ReturnType<typeof formTexts>;
