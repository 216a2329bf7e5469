import type { ClockReading, Reply } from '$lib/contract';
import type { ServerClock } from '$lib/game/clock';
import type { Hub } from './hub';
import type { Link } from './link';

/** Asks for the server's time. Any reply shows that the connection is alive, a refusal too. */
export async function askClock(hub: Hub, clock: ServerClock): Promise<Reply<ClockReading>> {
  const reply = await hub.clock();
  if (reply.value) clock.heard(reply.value.nowMs);
  return reply;
}

/** Sets a page's clock by the server's. */
export async function synchronise(link: Link, clock: ServerClock): Promise<void> {
  try {
    await clock.synchronise(async () => {
      const { value } = await link.once((hub) => askClock(hub, clock));
      if (!value) throw new Error('The server told no time.');
      return value.nowMs;
    });
  } catch {
    // Lost or refused on the way: the next connection starts over, until then the guess must do.
  }
}
