import type { SessionView, TeamLine } from '$lib/contract';

/** The non-empty teams, best first; before the first result in their order. */
export const rankedTeams = (teams: readonly TeamLine[]): TeamLine[] =>
  teams
    .filter((line) => line.players > 0)
    .sort((first, second) => first.rank - second.rank || first.team - second.team);

/** Where a team stands, or null where there are no teams. */
export const teamLine = (session: SessionView, team: number | null): TeamLine | null =>
  session.teams.find((line) => line.team === team) ?? null;
