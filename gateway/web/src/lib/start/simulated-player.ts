import type { SessionView } from '$lib/contract';
import { openHub } from '$lib/net/hub';
import { operationId } from '$lib/net/operation';
import { guessOf } from './guesses';

/** How long one thinks: at least, and at most. A question that ends sooner is answered in its second half. */
const thinkingMs = [1_500, 7_000] as const;

/** Someone who joins a game from this page and guesses, so that it can be tried alone. Returns what makes the player leave. */
export function simulatePlayer(code: string, nickname: string, words: readonly string[]): () => void {
  let answered = -1;
  let timer = 0;
  const hub = openHub({ session: ({ view, nowMs }) => follow(view, nowMs) });

  function follow({ phase }: SessionView, nowMs: number): void {
    if (phase.kind !== 'asking' || phase.round <= answered) return;
    const answer = guessOf(phase.task, words, Math.random);
    answered = phase.round;
    if (answer === null) return;
    const [least, most] = thinkingMs;
    const openMs = phase.closesAtMs - phase.opensAtMs;
    const thinksMs = Math.min(least + (most - least) * Math.random(), openMs * (0.5 + 0.4 * Math.random()));
    timer = window.setTimeout(
      () => void hub.answer({ round: phase.round, answer, operationId: operationId() }).catch(() => undefined),
      phase.opensAtMs - nowMs + thinksMs,
    );
  }

  async function play(): Promise<void> {
    await hub.start();
    const { value } = await hub.join({ code, nickname, operationId: operationId() });
    if (value) follow(value.session, value.nowMs);
  }

  // A simulated player who cannot get in is missing, and nothing else.
  void play().catch(() => undefined);
  return () => {
    clearTimeout(timer);
    void hub.stop();
  };
}
