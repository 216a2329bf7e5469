import type { HostState } from '$lib/game/host-state';
import type { OnCommand } from './keys';

/** Accepts a typed answer to the revealed question, or null while the host cannot. */
export function acceptOf({ session, possible }: HostState, oncommand: OnCommand): ((text: string) => void) | null {
  const { phase } = session;
  if (phase.kind !== 'reveal' || !possible.has('acceptAnswer')) return null;
  return (text) => oncommand({ kind: 'acceptAnswer', round: phase.round, text });
}
