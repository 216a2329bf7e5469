import { hostRecord } from '$lib/game/records';
import { ApiError } from '$lib/net/http';
import { nextHostKey } from '$lib/net/hosting';

/** Gets a host key of the game that follows one that this browser hosts, unless it has one. It stays without if the server refuses. */
export async function keepNextKey(code: string, nextCode: string): Promise<void> {
  const held = hostRecord(code).get();
  const next = hostRecord(nextCode);
  if (!held || next.get()) return;
  try {
    const { hostKey, joinUrl } = await nextHostKey(held.hostKey, nextCode);
    if (!next.get()) next.set({ hostKey, joinUrl });
  } catch (error) {
    // A game of another author, or no network: the podium stays, and opening it again asks again.
    if (!(error instanceof ApiError)) throw error;
  }
}
