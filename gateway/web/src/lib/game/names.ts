import { t } from '$lib/i18n/index.svelte';

/** The name of a player as everyone sees it: until a host has approved it, only a number. */
export function publicName(line: { seat: number; nickname: string; approved?: boolean }): string {
  return line.approved === false || line.nickname === '' ? t().unnamed(line.seat) : line.nickname;
}
