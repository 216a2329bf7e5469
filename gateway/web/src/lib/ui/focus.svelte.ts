import { watch } from './watch.svelte';

/** Moves the focus to a new screen's heading when the focused element is gone, so that keyboard and screen reader continue from there. */
export function followFocus(key: () => string, root: () => HTMLElement | undefined): void {
  let last: string | null = null;
  watch(key, (now) => {
    const first = last === null;
    if (last === now) return;
    last = now;
    const active = document.activeElement;
    if (!first && (!active || active === document.body)) root()?.querySelector<HTMLElement>('h1[tabindex]')?.focus();
  });
}
