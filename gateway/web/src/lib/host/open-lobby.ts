import { goto } from '$app/navigation';
import type { LaunchRequest } from '$lib/contract';
import { hostRecord } from '$lib/game/records';
import { launch } from '$lib/net/api';

/** Launches a game, keeps its host key, and shows its lobby. */
export async function openLobby(request: LaunchRequest): Promise<void> {
  const { code, hostKey, joinUrl } = await launch(request);
  hostRecord(code).set({ hostKey, joinUrl });
  await goto(`/host/${code}`);
}
