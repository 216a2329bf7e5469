import { t } from '$lib/i18n/index.svelte';

/** The name of a player as everyone sees it: until a host has approved it, only a number. */
export function publicName(line: { seat: number; nickname: string; approved?: boolean }): string {
  return line.approved === false || line.nickname === '' ? t().unnamed(line.seat) : line.nickname;
}

/** What a team is called: the server knows only its number. */
export const teamName = (team: number): string => t().teams.names[team] ?? t().format.number(team + 1);
