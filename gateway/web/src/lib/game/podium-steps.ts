import type { PodiumView, SessionView, StandingLine } from '$lib/contract';
import { publicName, teamName } from './names';
import { rankedTeams } from './teams';

const stepCount = 3;

/** Who stands on a step of the podium: a player, or in a game of teams a team. */
export interface PodiumStep {
  /** The seat or the team. */
  key: number;
  name: string;
  score: number;
  rank: number;
  face: number | null;
  team: number | null;
}

/** The first three, best first. */
export function podiumSteps(session: SessionView, phase: PodiumView): PodiumStep[] {
  const teams = rankedTeams(session.teams);
  const steps: PodiumStep[] =
    teams.length > 0
      ? teams.map(({ team, score, rank }) => ({ key: team, name: teamName(team), score, rank, face: null, team }))
      : phase.podium.map((line) => ({ ...line, key: line.seat, name: publicName(line) }));
  return steps.slice(0, stepCount);
}

/** The players who are named below the steps: those who come next, or in a game of teams so many of the best. */
export const belowSteps = (session: SessionView, { podium }: PodiumView, bestOfTeams: number): StandingLine[] =>
  rankedTeams(session.teams).length > 0 ? podium.slice(0, bestOfTeams) : podium.slice(stepCount);

/** How high each of the first three stands, 0 the highest: equal ranks stand equally high. */
export const levelsOf = (steps: readonly { rank: number }[]): number[] =>
  steps.map((line) => steps.findIndex((other) => other.rank === line.rank));
