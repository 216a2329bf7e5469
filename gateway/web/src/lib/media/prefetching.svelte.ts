import type { NextMedium } from '$lib/contract';
import { watch } from '$lib/ui/watch.svelte';
import { Prefetch } from './prefetch';

/** Loads the media of the question to come while a screen shows what is before it. */
export function prefetching(next: () => readonly NextMedium[]): void {
  const prefetch = new Prefetch();
  watch(
    () => JSON.stringify(next()),
    () => prefetch.next(next()),
  );
}
