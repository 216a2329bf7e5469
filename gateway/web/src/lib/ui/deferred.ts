/**
 * Keeps the code of a part out of its page's first load: it is fetched as soon as the page is there, and awaited when the part is asked for.
 * What could not be fetched is tried again then.
 */
export function deferred<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  const get = () =>
    (loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    }));
  // A failure is reported where the part is asked for.
  get().catch(() => undefined);
  return get;
}
