import { StoredValue, tabStore } from '$lib/game/storage';

/** Where a visitor was about to go who had to sign in first: a path of this site. */
const wanted = new StoredValue<string>(
  'arena.afterSignIn',
  (value): value is string => typeof value === 'string' && /^\/[^/]/.test(value),
  tabStore,
);

/** Signing in, or registering, leads there. */
export function comeBackTo(path: string): void {
  wanted.set(path);
}

/** Where signing in leads, once. */
export function afterSignIn(): string {
  const path = wanted.get() ?? '/host';
  wanted.clear();
  return path;
}

/** What a visitor was about to see who had to sign in first, if it says why. */
export function reasonToSignIn(): 'homework' | 'groups' | null {
  const path = wanted.get() ?? '';
  return path.startsWith('/homework') ? 'homework' : path.startsWith('/groups') ? 'groups' : null;
}
