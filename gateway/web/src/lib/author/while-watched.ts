import { isWatched } from '$lib/net/attention';

const pauseMs = 4_000;

/**
 * Asks at intervals while the page is looked at and the browser is not offline, one question at a time; at once when the page is looked at
 * again. Gives what ends it.
 */
export function whileWatched(ask: () => Promise<void>): () => void {
  let isAsking = false;
  const tick = () => {
    if (isAsking || !isWatched() || !navigator.onLine) return;
    isAsking = true;
    void ask().finally(() => (isAsking = false));
  };
  const timer = setInterval(tick, pauseMs);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}
