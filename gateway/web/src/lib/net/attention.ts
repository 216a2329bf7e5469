import type { Link } from './link';

/** Whether a person may be looking at the page. */
export const isWatched = (): boolean => document.visibilityState === 'visible';

/**
 * Notifies a link of changes of the network, the user's activity and the page. A page that is left closes its connection: the
 * browser may keep such a page, and the room would wait for its player.
 */
export function watchAttention(link: () => Link, back: () => void): () => void {
  const returned = () => {
    if (link().check()) back();
  };
  const seen = () => {
    if (isWatched()) returned();
  };
  const gone = () => link().drop();
  const left = () => link().suspend();
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) link().resume();
  };
  addEventListener('online', returned);
  addEventListener('offline', gone);
  addEventListener('pagehide', left);
  addEventListener('pageshow', shown);
  document.addEventListener('visibilitychange', seen);
  document.addEventListener('resume', returned);
  return () => {
    removeEventListener('online', returned);
    removeEventListener('offline', gone);
    removeEventListener('pagehide', left);
    removeEventListener('pageshow', shown);
    document.removeEventListener('visibilitychange', seen);
    document.removeEventListener('resume', returned);
  };
}

/** Keeps the screen lit while a game is on, where the browser can. Returns the function that releases it. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const take = async () => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (over) await lock.release();
    } catch {
      // Low battery or a policy: the screen goes dark as it always does.
      lock = null;
    }
  };
  document.addEventListener('visibilitychange', take);
  void take();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', take);
    void lock?.release();
  };
}
