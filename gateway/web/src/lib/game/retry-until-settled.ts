import type { GameErrorCode, RefusalBody, Reply } from '$lib/contract';

/** Refusals that say nothing about the request itself: the same one, with the same operation id, is sent again. */
const passing: ReadonlySet<GameErrorCode> = new Set(['outcomeUnknown', 'overloaded', 'unavailable', 'tooFast']);

export function isPassing(refusal: RefusalBody | null | undefined): boolean {
  return refusal != null && passing.has(refusal.code);
}

export interface RetryTools {
  /** Resolves once the connection can carry a request; rejects when there will be none again. */
  ready: () => Promise<void>;
  wait: (ms: number) => Promise<void>;
  /** From 0 to 1: so that a thousand browsers do not all come back at once. */
  random?: () => number;
  /** A passing refusal, and how long the next try waits. */
  onRefused?: (refusal: RefusalBody, waitMs: number) => void;
}

/** How long to wait before the next try: doubling from a quarter of a second up to a ceiling, half of it at random. */
export function backoffMs(tries: number, random: () => number = Math.random, ceilingMs = 5_000): number {
  const ceiling = Math.min(ceilingMs, 250 * 2 ** tries);
  return ceiling / 2 + (ceiling / 2) * random();
}

/**
 * Sends one request until its outcome is known. A lost connection and a passing refusal both leave open what happened, so
 * `attempt` must send the very same request each time: its operation id makes the repetition harmless.
 */
export async function retryUntilSettled<T>(attempt: () => Promise<Reply<T>>, tools: RetryTools): Promise<Reply<T>> {
  for (let tries = 0; ; tries++) {
    await tools.ready();
    let reply: Reply<T>;
    try {
      reply = await attempt();
    } catch {
      // The first time at once: there is a wait for the next connection anyway.
      if (tries > 0) await tools.wait(backoffMs(tries, tools.random));
      continue;
    }
    if (!isPassing(reply.refusal)) return reply;
    await tools.wait(waitAfter(reply.refusal, tries, tools));
  }
}

/** Sends a request over the connection that is there until its outcome is known. A connection that is lost is the caller's matter. */
export async function retryLocally<T>(
  attempt: () => Promise<Reply<T>>,
  tools: Pick<RetryTools, 'wait' | 'random'>,
): Promise<Reply<T>> {
  for (let tries = 0; ; tries++) {
    const reply = await attempt();
    if (!isPassing(reply.refusal)) return reply;
    await tools.wait(waitAfter(reply.refusal, tries, tools));
  }
}

function waitAfter(
  refusal: RefusalBody | null,
  tries: number,
  { random = Math.random, onRefused }: Pick<RetryTools, 'random' | 'onRefused'>,
): number {
  const retryAfterMs = refusal?.retryAfterMs;
  // A little later, with jitter: all clients of a room may have received the same reply.
  const waitMs = retryAfterMs != null ? retryAfterMs * (1 + random() / 4) : backoffMs(tries, random);
  if (refusal) onRefused?.(refusal, waitMs);
  return waitMs;
}
