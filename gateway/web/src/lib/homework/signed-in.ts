import { goto } from '$app/navigation';
import { comeBackTo } from '$lib/net/after-sign-in';
import { isSignedIn } from '$lib/net/caller';

/** Does something as the account; without one, or when its sign-in has ended, asks to sign in first and leads back here. */
export async function signedIn(path: string, work: () => Promise<unknown>): Promise<void> {
  if (isSignedIn()) await work();
  if (isSignedIn()) return;
  comeBackTo(path);
  await goto('/sign-in', { replaceState: true });
}
