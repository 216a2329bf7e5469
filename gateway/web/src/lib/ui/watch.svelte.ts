import { untrack } from 'svelte';

/**
 * Runs `react` with what `source` gives, now and whenever that changes; what `react` returns runs before the next time and at the end.
 * Only `source` is tracked: state that `react` reads, or causes to change, does not run it again.
 */
export function watch<T>(source: () => T, react: (value: T) => (() => void) | undefined): void {
  $effect(() => {
    const value = source();
    return untrack(() => react(value));
  });
}
