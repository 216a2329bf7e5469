import type { PodiumView, SeatView, SessionView, StandingLine } from '$lib/contract';
import { t } from '$lib/i18n/index.svelte';
import { publicName, teamName } from './names';
import { rankedTeams } from './teams';

/** Whether anyone has points: else there is nothing to celebrate. */
export const hasPoints = (lines: readonly StandingLine[]): boolean => lines.some((line) => line.score > 0);

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
  const teams = rankedTeams(session);
  const steps: PodiumStep[] =
    teams.length > 0
      ? teams.map(({ team, score, rank }) => ({ key: team, name: teamName(team), score, rank, face: null, team }))
      : phase.podium.map((line) => ({ ...line, key: line.seat, name: publicName(line) }));
  return steps.slice(0, 3);
}

/** How high each of the first three stands, 0 the highest: equal ranks stand equally high. */
export const levelsOf = (steps: readonly { rank: number }[]): number[] =>
  steps.map((line) => steps.findIndex((other) => other.rank === line.rank));

/** A player's place and points in the end; without points the place is not worth telling. */
export const finalLine = (seat: SeatView): string =>
  seat.score > 0 ? t().podium.you(t().result.rank(seat.rank), t().result.score(seat.score)) : t().result.score(0);
