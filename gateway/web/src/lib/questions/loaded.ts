import { deferred } from '$lib/ui/deferred';

/**
 * Looks up the views of a type of question. Views outside of the page's first load are fetched right after it; from then on a look-up has its
 * result at once, without a promise. A failed fetch is tried again by the next look-up.
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
