import type { HostState } from '$lib/game/host-state';
import type { HostClient } from '$lib/net/host-client.svelte';

/** What a screen that commands a game needs of its connection: the console and the remote. */
export const consoleProps = (client: HostClient, game: HostState) => ({
  game,
  status: client.status,
  refusal: client.refusal,
  busy: client.busy > 0 || client.settling,
  clock: client.clock,
  joinUrl: client.joinUrl,
  remoteUrl: client.remoteUrl,
  oncommand: (action: Parameters<HostClient['command']>[0]) => client.command(action),
  onofferseat: (seat: number) => client.offerSeat(seat),
  absence: client.absence,
  ondismiss: () => (client.absence = null),
});
