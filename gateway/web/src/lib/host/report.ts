import type { PodiumView, RosterLine, RoundSummary, TeamLine } from '$lib/contract';
import { plain } from '$lib/text/spans';

/** The results of a game. */
export interface Report {
  players: number;
  answered: number;
  correct: number;
  /** How many right answers there could have been: one of each player for each question that has some. */
  possible: number;
  /** Questions that few got right, fewest first. Empty in short games, where the list of all questions says as much. */
  hardest: RoundSummary[];
}

/** Where fewer than this share of the players were right, a question was hard. */
const hardBelow = 0.6;
const mostHard = 3;

/** How many could have answered a question. */
export const playersIn = (round: RoundSummary): number => Math.max(round.players, round.answered);

/** The share of all who were in that got a question right. */
export const shareOf = (round: RoundSummary): number => (playersIn(round) > 0 ? round.correct / playersIn(round) : 0);

export function reportOf(phase: PodiumView, roster: Iterable<RosterLine>): Report {
  const played = phase.rounds.filter((round) => !round.skipped);
  // Without right or wrong there is nothing to be hard.
  const rounds = played.filter(({ scored }) => scored);
  return {
    players: [...roster].filter((line) => !line.kicked).length,
    answered: played.reduce((sum, round) => sum + round.answered, 0),
    correct: rounds.reduce((sum, round) => sum + round.correct, 0),
    possible: rounds.reduce((sum, round) => sum + playersIn(round), 0),
    hardest:
      rounds.length <= mostHard
        ? []
        : rounds
            .filter((round) => playersIn(round) > 0 && shareOf(round) < hardBelow)
            .sort((first, second) => shareOf(first) - shareOf(second) || first.round - second.round)
            .slice(0, mostHard),
  };
}

/** A cell of a table. What a spreadsheet would take for a formula is made text: names come from strangers. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const table = (rows: (string | number)[][]) => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

type Words = Record<
  'place' | 'name' | 'points' | 'team' | 'players' | 'question' | 'answered' | 'right' | 'hints' | 'powerUps',
  string
>;

/**
 * The players, the teams if there are any, and the questions as tables in one file (RFC 4180), best first; with the number of hints and power-ups that were used,
 * where any was.
 */
export function csvOf(
  phase: PodiumView,
  roster: Iterable<RosterLine>,
  teams: readonly TeamLine[],
  words: Words,
  teamName: (team: number) => string,
): string {
  const players = [...roster].filter((line) => !line.kicked).sort((first, second) => first.rank - second.rank);
  const hasHints = phase.rounds.some(({ hints }) => hints > 0) || players.some(({ hints }) => hints > 0);
  const hasPowerUps = phase.rounds.some(({ powerUps }) => powerUps > 0);
  const helpsHead = [...(hasHints ? [words.hints] : []), ...(hasPowerUps ? [words.powerUps] : [])];
  const helpsOf = ({ hints, powerUps }: RosterLine | RoundSummary) => [
    ...(hasHints ? [hints] : []),
    ...(hasPowerUps ? [powerUps] : []),
  ];
  const teamOf = (line: RosterLine) => (line.team == null ? [] : [teamName(line.team)]);
  // A byte order mark: without it spreadsheets take UTF-8 for something else.
  return (
    '\ufeff' +
    table([
      [words.place, words.name, words.points, ...(teams.length > 0 ? [words.team] : []), ...helpsHead],
      ...players.map((line) => [line.rank, line.nickname, line.score, ...teamOf(line), ...helpsOf(line)]),
      [],
      ...(teams.length > 0
        ? [
            [words.place, words.team, words.points, words.players],
            ...teams.map((line) => [line.rank, teamName(line.team), line.score, line.players]),
            [],
          ]
        : []),
      ['', words.question, words.players, words.answered, words.right, ...helpsHead],
      ...phase.rounds
        .filter((round) => !round.skipped)
        .map((round) => [
          round.round + 1,
          plain(round.prompt),
          playersIn(round),
          round.answered,
          round.scored ? round.correct : '',
          ...helpsOf(round),
        ]),
    ])
  );
}
