import type { ScreenLinkReply } from '$lib/contract';
import type { LinkActions } from '$lib/share/LinkPanel.svelte';
import { hostRecord } from '$lib/game/records';
import { lookUpGames } from './hosting';
import { ApiError, bodyOf } from './http';
import { asHost } from './reports';

/** What a host does with the screen link of a game. */
export function screenLinkOf(code: string): LinkActions {
  const ask = async (init?: RequestInit) => {
    const key = hostRecord(code).get()?.hostKey;
    const [game] = key === undefined ? [] : await lookUpGames([key]);
    if (!game) throw new ApiError('unknownSession');
    return asHost(game.sessionId, `/api/games/${game.sessionId}/screen`, init);
  };
  const token = async (response: Promise<Response>) => (await bodyOf<ScreenLinkReply>(await response)).token;
  return {
    read: () => token(ask()),
    make: () => token(ask({ method: 'PUT' })),
    withdraw: async () => void (await ask({ method: 'DELETE' })),
  };
}
