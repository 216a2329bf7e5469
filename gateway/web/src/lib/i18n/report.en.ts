import type { Formats } from './formats';

/** The texts of the games that were hosted, and of their reports. */
export function reportTexts(f: Formats) {
  const players = (count: number) => f.plural(count, { one: 'player', other: 'players' });
  const share = (part: number, whole: number) =>
    whole > 0 ? `${f.percent(part, whole)} (${f.number(part)} of ${f.number(whole)})` : '–';
  return {
    games: {
      title: 'Games',
      text: 'Games you host now, and those you hosted.',
      search: 'Search games',
      searchHint: 'Title of the quiz, or game code',
      running: 'Running',
      past: 'Past',
      over: 'over',
      none: 'No games yet.',
      noneFound: 'No game matches.',
      found: (count: number) => f.plural(count, { one: 'game', other: 'games' }),
      more: 'Show older games',
      players,
      coHost: 'as a co-host',
      host: 'Host',
      hostNamed: (code: string) => `Host game ${code}`,
      report: 'Report',
      reportNamed: (title: string, code: string) => `Report of ${title}, game ${code}`,
      untitled: 'Deleted quiz',
    },
    podium: {
      title: 'How it went',
      players: 'players',
      answers: 'answers',
      right: 'correct',
      hardest: 'Hardest questions',
      share: (share: string, correct: number, players: number) =>
        `${share} correct: ${f.number(correct)} of ${f.number(players)}`,
      unscored: (answered: number, players: number) =>
        `${f.plural(answered, { one: 'answer', other: 'answers' })} from ${f.plural(players, { one: 'player', other: 'players' })}`,
      save: 'Download results (CSV)',
      full: 'Full report',
      columns: {
        place: 'Place',
        name: 'Name',
        points: 'Points',
        team: 'Team',
        players: 'Players',
        question: 'Question',
        answered: 'Answered',
        right: 'Correct',
      },
    },
    title: (title: string) => `Report: ${title}`,
    live: 'Live: each question appears here as soon as it’s closed.',
    lost: 'Can’t reach the server. Trying again…',
    missing: 'There’s no report here: the game is too old, or you didn’t host it.',
    nothingYet: 'No question has been closed yet.',
    launched: (when: string) => `Launched ${when}`,
    figures: {
      title: 'At a glance',
      players: 'Players',
      tookPart: 'Took part',
      finished: 'Stayed to the end',
      answers: 'Answers given',
      right: 'Correct',
      questions: 'Questions',
      of: (part: number, whole: number) => `${f.number(part)} of ${f.number(whole)}`,
    },
    share,
    scores: 'Scores',
    scoresText: 'How many players have how many points.',
    scoreRange: (from: number, to: number) => `${f.number(from)} to ${f.number(to)}`,
    hardest: 'Hardest questions',
    questions: 'Questions',
    outcomes: {
      r: 'correct',
      p: 'partly correct',
      w: 'wrong',
      a: 'answered',
      n: 'no answer',
      '-': 'not asked',
    },
    count: (count: number, name: string) => `${f.number(count)} ${name}`,
    skipped: 'Skipped',
    times: (median: number, lower: number, upper: number, of: number) =>
      `Median ${f.seconds(median)} s, half of the answers between ${f.seconds(lower)} and ${f.seconds(upper)} s (${f.plural(of, { one: 'answer', other: 'answers' })})`,
    discrimination: (value: number, of: number) => `Discrimination ${f.value(value)} (${players(of)})`,
    discriminationHelp:
      'Discrimination compares each question with all others: near 1, those who did well overall got it right; near 0, it made no difference; below 0, check the answer key. It’s the point-biserial correlation, and means little with few players.',
    explain: 'What is discrimination?',
    answersOf: 'Answers',
    matrix: {
      title: 'Players and questions',
      caption: 'Each player’s result and time for each question',
      rank: 'Rank',
      name: 'Name',
      points: 'Points',
      right: 'Correct',
      none: 'Missed',
      median: 'Median',
      question: (round: number) => `Question ${f.number(round + 1)}`,
      seconds: (ms: number) => `${f.seconds(ms)} s`,
      legend: 'Legend',
      left: (round: number) => `left after question ${f.number(round + 1)}`,
      sortHint: 'Choose a heading to sort by it.',
      shown: (from: number, to: number, all: number) => `${f.number(from)}–${f.number(to)} of ${players(all)}`,
      before: 'Previous',
      next: 'Next',
      best: (shown: number, all: number) =>
        `The ${f.number(shown)} best of ${players(all)}. The files have all of them.`,
    },
    files: {
      title: 'Save',
      csv: 'CSV',
      xlsx: 'Excel (.xlsx)',
      print: 'Print or save as PDF',
    },
    link: {
      title: 'Share a summary',
      text: 'Anyone with the link sees the figures and questions: no names, no answers. It works as long as the game is kept.',
      wait: 'You can share a summary once the game is over.',
      make: 'Create link',
      label: 'Link to the summary',
      withdraw: 'Withdraw link',
      withdrawn: 'The link no longer works.',
    },
    summary: {
      title: (title: string) => `Summary: ${title}`,
      played: (when: string) => `Played ${when}`,
      missing: 'This summary doesn’t exist, or is no longer shared.',
    },
  };
}

export type ReportTexts = ReturnType<typeof reportTexts>;
