import { deferred } from '$lib/ui/deferred';

/**
 * Looks up by type of question what a page shows for it. What is not part of the page's first load is fetched right after it; then a look-up
 * has its result at once, without a promise. One that fails is tried again by the next.
 */
export function loaded<K extends string, V>(first: object, load: () => Promise<object>): (type: K) => V | Promise<V> {
  // Each entry takes the task of its own type, and is looked up by the type of the task that it is given.
  let known = first as Partial<Record<K, V>>;
  const others = deferred(async () => {
    known = { ...first, ...(await load()) } as Partial<Record<K, V>>;
  });
  const find = (type: K): V => {
    const found = known[type];
    if (!found) throw new Error(`This page does not know questions of the type ${type}.`);
    return found;
  };
  return (type) => (known[type] ? find(type) : others().then(() => find(type)));
}
