import type { HostedSession, KeyedSession } from '$lib/contract';

/** A game that this browser can host, or has hosted until a moment ago. */
export interface OwnGame {
  code: string;
  title: string | null;
  createdAt: string;
  isOver: boolean;
  isOwn: boolean;
  /** Whether its host key is here already. */
  hasKey: boolean;
}

/** The games by the keys of this browser, and those of the account that it has no key of, the newest first. */
export function ownGames(keyed: readonly KeyedSession[], hosted: readonly HostedSession[]): OwnGame[] {
  const codes = new Set(keyed.map((game) => game.code));
  const byAccount = new Map(hosted.map((game) => [game.code, game]));
  return [
    ...keyed.map(({ code, title, createdAt, isOver }) => ({
      code,
      title: title ?? null,
      createdAt,
      isOver,
      isOwn: byAccount.get(code)?.isOwn ?? true,
      hasKey: true,
    })),
    ...hosted
      .filter((game) => !codes.has(game.code))
      .map(({ code, title, createdAt, isOwn }) => ({
        code,
        title: title ?? null,
        createdAt,
        isOver: false,
        isOwn,
        hasKey: false,
      })),
  ].sort((first, second) => Date.parse(second.createdAt) - Date.parse(first.createdAt));
}
