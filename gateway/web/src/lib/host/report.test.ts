import { describe, expect, it } from 'vitest';
import type { PodiumView } from '$lib/contract';
import { rosterLine } from '$lib/game/samples';
import { csvOf, reportOf } from './report';

const round = (number: number, answered: number, correct: number, skipped = false) => ({
  round: number,
  prompt: `Question "${number}"`,
  answered,
  correct,
  skipped,
});
const phase: PodiumView = {
  kind: 'podium',
  reason: 'completed',
  podium: [],
  rounds: [round(0, 4, 3), round(1, 4, 1), round(2, 4, 4), round(3, 2, 0, true), round(4, 0, 0)],
};
const roster = [
  rosterLine(0, 'Ada', { score: 900 }),
  rosterLine(1, '=1+1', { score: 1_900 }),
  rosterLine(2, 'Gone', { kicked: true }),
  rosterLine(3, 'Bo, jr.', { score: 900 }),
];

describe('a report', () => {
  it('counts who stayed and what counted, the hardest question first', () => {
    const report = reportOf(phase, roster);
    expect(report).toMatchObject({ players: 3, answered: 12, correct: 8 });
    expect(report.hardest.map((each) => each.round)).toEqual([1, 0, 2]);
  });

  it('is a table that a spreadsheet reads and runs nothing of', () => {
    const words = { place: 'Place', name: 'Name', points: 'Points', question: 'Q', answered: 'A', right: 'R' };
    expect(csvOf(phase, roster, words).split('\r\n')).toEqual([
      '\ufeffPlace,Name,Points',
      "1,'=1+1,1900",
      '2,Ada,900',
      '2,"Bo, jr.",900',
      '',
      ',Q,A,R',
      '1,"Question ""0""",4,3',
      '2,"Question ""1""",4,1',
      '3,"Question ""2""",4,4',
      '5,"Question ""4""",0,0',
      '',
    ]);
  });
});
