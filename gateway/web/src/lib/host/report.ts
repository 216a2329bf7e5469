import type { PodiumView, RosterLine, RoundSummary, TeamLine } from '$lib/contract';

/** What a game comes to. */
export interface Report {
  players: number;
  answered: number;
  correct: number;
  /** The questions that counted, the one that fewest got right first. */
  hardest: RoundSummary[];
}

const shareOf = (round: RoundSummary) => (round.answered > 0 ? round.correct / round.answered : 0);

export function reportOf(phase: PodiumView, roster: Iterable<RosterLine>): Report {
  const rounds = phase.rounds.filter((round) => !round.skipped);
  return {
    players: [...roster].filter((line) => !line.kicked).length,
    answered: rounds.reduce((sum, round) => sum + round.answered, 0),
    correct: rounds.reduce((sum, round) => sum + round.correct, 0),
    hardest: rounds
      .filter((round) => round.answered > 0)
      .sort((first, second) => shareOf(first) - shareOf(second) || first.round - second.round),
  };
}

/** A cell of a table. What a spreadsheet would take for a formula is made text: names come from strangers. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const table = (rows: (string | number)[][]) => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

type Words = Record<'place' | 'name' | 'points' | 'team' | 'players' | 'question' | 'answered' | 'right', string>;

/** The players, the teams if there are any, and the questions as tables in one file (RFC 4180), best first. */
export function csvOf(
  phase: PodiumView,
  roster: Iterable<RosterLine>,
  teams: readonly TeamLine[],
  words: Words,
  teamName: (team: number) => string,
): string {
  const players = [...roster].filter((line) => !line.kicked).sort((first, second) => second.score - first.score);
  const placeOf = (line: RosterLine) => 1 + players.filter((other) => other.score > line.score).length;
  const teamOf = (line: RosterLine) => (line.team == null ? [] : [teamName(line.team)]);
  // A byte order mark: without it spreadsheets take UTF-8 for something else.
  return (
    '\ufeff' +
    table([
      [words.place, words.name, words.points, ...(teams.length > 0 ? [words.team] : [])],
      ...players.map((line) => [placeOf(line), line.nickname, line.score, ...teamOf(line)]),
      [],
      ...(teams.length > 0
        ? [
            [words.place, words.team, words.points, words.players],
            ...teams.map((line) => [line.rank, teamName(line.team), line.score, line.players]),
            [],
          ]
        : []),
      ['', words.question, words.answered, words.right],
      ...phase.rounds
        .filter((round) => !round.skipped)
        .map((round) => [round.round + 1, round.prompt, round.answered, round.correct]),
    ])
  );
}
