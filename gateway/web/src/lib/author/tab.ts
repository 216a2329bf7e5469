import { tabStore } from '$lib/game/storage';
import { operationId } from '$lib/net/operation';

// Which browser tab this is. A reload is the same tab; a tab that was duplicated, or opened beside it, is another one.

const record = 'arena.tab';
const lockOf = (tab: string) => `arena.tab.${tab}`;

/** Held in memory alone while the page lives: a tab that is duplicated copies the session storage. */
let current: string | null = null;

function take(): string | null {
  const kept = tabStore.read(record);
  tabStore.forget(record);
  return kept;
}

/** This tab's id, for as long as it is open. Other tabs can see that it is. */
export function thisTab(): string {
  if (current !== null) return current;
  const tab = take() ?? operationId();
  current = tab;
  addEventListener('pagehide', () => tabStore.write(record, tab));
  // A page restored from the browser's cache is in memory again.
  addEventListener('pageshow', take);
  // Held until the page goes, however it goes.
  if ('locks' in navigator) void navigator.locks.request(lockOf(tab), () => new Promise<never>(() => undefined));
  return tab;
}

/** Which of these tabs are open. None where the browser does not report it, as on plain http: their drafts then count as abandoned. */
export async function openTabs(tabs: readonly string[]): Promise<ReadonlySet<string>> {
  if (tabs.length === 0 || !('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  const names = new Set(held.map((lock) => lock.name));
  return new Set(tabs.filter((tab) => names.has(lockOf(tab))));
}
