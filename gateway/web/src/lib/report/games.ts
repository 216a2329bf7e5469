import type { GameSummary, KeyedSession } from '$lib/contract';

/** A game of this browser's, running or over. */
export interface ListedGame {
  id: string;
  code: string;
  title: string | null;
  createdAt: string;
  isOver: boolean;
  isOwn: boolean;
  /** How many joined, where that is known. */
  players: number | null;
}

/** The games of the account or author, and those that this browser holds the key of alone, the newest first. */
export function listedGames(hosted: readonly GameSummary[], keyed: readonly KeyedSession[]): ListedGame[] {
  const known = new Set(hosted.map(({ id }) => id));
  return [
    ...hosted.map(({ id, code, title, createdAt, endedAt, isOwn, players }) => ({
      id,
      code,
      title: title ?? null,
      createdAt,
      isOver: endedAt != null,
      isOwn,
      players,
    })),
    ...keyed
      .filter(({ sessionId }) => !known.has(sessionId))
      .map(({ sessionId, code, title, createdAt, isOver }) => ({
        id: sessionId,
        code,
        title: title ?? null,
        createdAt,
        isOver,
        isOwn: true,
        players: null,
      })),
  ].sort((first, second) => Date.parse(second.createdAt) - Date.parse(first.createdAt));
}

/** Whether a game of a key is found: the server searches those of an account. */
export function isFound({ title, code }: KeyedSession, search: string): boolean {
  const words = search.trim().toLocaleLowerCase();
  return (title ?? '').toLocaleLowerCase().includes(words) || code.toLocaleLowerCase() === words.replaceAll(' ', '');
}
