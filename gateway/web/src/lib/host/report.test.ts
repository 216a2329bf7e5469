import { describe, expect, it } from 'vitest';
import type { PodiumView, RoundSummary } from '$lib/contract';
import { rosterLine } from '$lib/game/samples';
import { csvOf, reportOf, shareOf } from './report';

const round = (number: number, answered: number, correct: number, more: Partial<RoundSummary> = {}): RoundSummary => ({
  round: number,
  prompt: `Question "${number}"`,
  answered,
  correct,
  skipped: false,
  players: 4,
  scored: true,
  hints: 0,
  powerUps: 0,
  ...more,
});
const phase: PodiumView = {
  kind: 'podium',
  finale: null,
  reason: 'completed',
  podium: [],
  rounds: [round(0, 4, 3), round(1, 4, 1), round(2, 4, 4), round(3, 2, 0, { skipped: true }), round(4, 0, 0)],
};
const words = {
  place: 'Place',
  name: 'Name',
  points: 'Points',
  team: 'Team',
  players: 'Players',
  question: 'Q',
  answered: 'A',
  right: 'R',
  hints: 'H',
  powerUps: 'U',
};
const teamName = (team: number) => ['Blue triangles', 'Yellow diamonds'][team] ?? '';
const roster = [
  rosterLine(0, 'Ada', { score: 900, rank: 2 }),
  rosterLine(1, '=1+1', { score: 1_900, rank: 1 }),
  rosterLine(2, 'Gone', { kicked: true }),
  rosterLine(3, 'Bo, jr.', { score: 900, rank: 2 }),
];

describe('a report', () => {
  it('counts who stayed and what counted, the hardest question first', () => {
    const report = reportOf(phase, roster);
    expect(report).toMatchObject({ players: 3, answered: 12, correct: 8, possible: 16 });
    expect(report.hardest.map((each) => each.round)).toEqual([4, 1]);
  });

  it('counts all who were in, whether they answered or not', () => {
    expect(shareOf(round(0, 2, 2))).toBe(0.5);
    expect(shareOf(round(0, 0, 0))).toBe(0);
    expect(shareOf(round(0, 2, 2, { players: 0 }))).toBe(1);
    expect(shareOf(round(0, 0, 0, { players: 0 }))).toBe(0);
  });

  it('singles out at most three questions, none that 60 % got right, and none in a short game', () => {
    const rounds = [0, 1, 2, 3, 4].map((number) => round(number, 10, number, { players: 10 }));
    const hardest = (some: RoundSummary[]) =>
      reportOf({ ...phase, rounds: some }, []).hardest.map((each) => each.round);
    expect(hardest(rounds)).toEqual([0, 1, 2]);
    expect(
      hardest([...rounds.slice(0, 1), ...[1, 2, 3].map((number) => round(number, 10, 6, { players: 10 }))]),
    ).toEqual([0]);
    expect(hardest(rounds.slice(0, 3))).toEqual([]);
  });

  it('is a table that a spreadsheet reads and runs nothing of', () => {
    expect(csvOf(phase, roster, [], words, teamName).split('\r\n')).toEqual([
      '\ufeffPlace,Name,Points',
      "1,'=1+1,1900",
      '2,Ada,900',
      '2,"Bo, jr.",900',
      '',
      ',Q,Players,A,R',
      '1,"Question ""0""",4,4,3',
      '2,"Question ""1""",4,4,1',
      '3,"Question ""2""",4,4,4',
      '5,"Question ""4""",4,0,0',
      '',
    ]);
  });

  it('lists the team of each player and the ranks of teams, where there are any', () => {
    const teams = [
      { team: 1, players: 1, score: 1_900, rank: 1 },
      { team: 0, players: 2, score: 900, rank: 2 },
    ];
    const teamed = roster.map((line) => ({ ...line, team: line.seat === 1 ? 1 : 0 }));
    expect(csvOf(phase, teamed, teams, words, teamName).split('\r\n').slice(0, 8)).toEqual([
      '\ufeffPlace,Name,Points,Team',
      "1,'=1+1,1900,Yellow diamonds",
      '2,Ada,900,Blue triangles',
      '2,"Bo, jr.",900,Blue triangles',
      '',
      'Place,Team,Points,Players',
      '1,Yellow diamonds,1900,1',
      '2,Blue triangles,900,2',
    ]);
  });
});

describe('hints', () => {
  it('are counted by player and question where any was used', () => {
    const rows = csvOf(
      { ...phase, rounds: [round(0, 4, 3, { hints: 1 }), round(1, 4, 1)] },
      [rosterLine(0, 'Ada', { score: 900, rank: 1, hints: 1 }), rosterLine(1, 'Bo', { rank: 2 })],
      [],
      words,
      teamName,
    ).split('\r\n');
    expect([rows[0], ...rows.slice(1, 3), ...rows.slice(4, 7)]).toEqual([
      '\ufeffPlace,Name,Points,H',
      '1,Ada,900,1',
      '2,Bo,0,0',
      ',Q,Players,A,R,H',
      '1,"Question ""0""",4,4,3,1',
      '2,"Question ""1""",4,4,1,0',
    ]);
  });
});

describe('power-ups', () => {
  it('are counted by player and question where any was used', () => {
    const rows = csvOf(
      { ...phase, rounds: [round(0, 4, 3, { powerUps: 2 })] },
      [rosterLine(0, 'Ada', { score: 900, rank: 1, powerUps: 1 })],
      [],
      words,
      teamName,
    ).split('\r\n');
    expect([rows[0], rows[1], rows[3], rows[4]]).toEqual([
      '\ufeffPlace,Name,Points,U',
      '1,Ada,900,1',
      ',Q,Players,A,R,U',
      '1,"Question ""0""",4,4,3,2',
    ]);
  });
});

describe('a question without right or wrong', () => {
  const mixed = {
    ...phase,
    rounds: [round(0, 4, 3), round(1, 4, 0, { scored: false }), round(2, 0, 0, { scored: false })],
  };

  it('counts its answers, and neither as wrong nor as hard', () => {
    expect(reportOf(mixed, roster)).toMatchObject({ answered: 8, correct: 3, possible: 4, hardest: [] });
    const rows = csvOf(mixed, roster, [], words, teamName).split('\r\n');
    expect(rows.slice(-3, -1).map((row) => row.split(',').slice(2))).toEqual([
      ['4', '4', ''],
      ['4', '0', ''],
    ]);
  });
});
