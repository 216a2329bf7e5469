import type { AccessReply, AccessTokenResponse } from '$lib/contract';
import { framePass } from '$lib/game/avatar';
import { StoredValue } from '$lib/game/storage';
import { bodyOf, errorOf, jsonBody, send } from './http';

// Who this browser is to the server: the account that is signed in here, else an author without an account.

const author = new StoredValue<AccessTokenResponse>(
  'arena.author',
  (value): value is AccessTokenResponse => typeof (value as AccessTokenResponse | null)?.accessToken === 'string',
);

/** Whether a user is signed in here, and no more: the proof is a cookie that no page can read. */
const signedIn = new StoredValue<true>('arena.signedIn', (value): value is true => value === true);

/** Whether a user was signed in here until the server ended the session, and has not signed in since. */
const signedOut = new StoredValue<true>('arena.signedOut', (value): value is true => value === true);

/** In memory alone: a page that is left takes it along. */
let accessToken: string | null = null;
let renewing: Promise<string> | null = null;
let renewingAuthor: Promise<string> | null = null;

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

export const isSignedIn = (): boolean => signedIn.get() === true;

/** Signed out by time or from elsewhere: what the account has is still there. */
export const wasSignedOut = (): boolean => signedOut.get() === true;

/** Continues without the account. */
export const stayOut = (): void => signedOut.clear();

export function cameIn(reply: AccessReply): void {
  accessToken = reply.accessToken;
  signedIn.set(true);
  signedOut.clear();
}

export function wentOut(): void {
  accessToken = null;
  framePass.clear();
  signedIn.clear();
  signedOut.clear();
}

/** What proves the author that becomes the account when this browser registers. */
export function authorHeaders(): Record<string, string> {
  const own = author.get();
  return own ? bearer(own.accessToken) : {};
}

export const forgetAuthor = (): void => author.clear();

/** Whether this browser has quizzes, or had, without an account. */
export const hasAuthor = (): boolean => author.get() !== null;

/** Deletes the author of this browser with the quizzes. A copy of its tokens opens nothing any more. */
export async function deleteAuthor(): Promise<void> {
  await authorised('/api/authors/deletion', { method: 'POST' });
  forgetAuthor();
}

async function keepAuthor(response: Response): Promise<string> {
  if (!response.ok) throw await errorOf(response);
  const fresh = await bodyOf<AccessTokenResponse>(response);
  author.set(fresh);
  return fresh.accessToken;
}

const mint = async () => keepAuthor(await send('/api/authors', { method: 'POST' }));

/** New tokens for the same author; a new author if the server knows this one no longer. */
async function renewAuthor(): Promise<string> {
  const refreshToken = author.get()?.refreshToken ?? '';
  const response = await send('/api/authors/refresh', jsonBody({ refreshToken }));
  return response.status === 401 ? mint() : keepAuthor(response);
}

async function renewSignIn(): Promise<string> {
  const response = await send('/api/account/sessions/refresh', { method: 'POST' });
  if (response.status === 401) {
    wentOut();
    signedOut.set(true);
  }
  if (!response.ok) throw await errorOf(response);
  const reply = await bodyOf<AccessReply>(response);
  cameIn(reply);
  return reply.accessToken;
}

/** However many requests wait for it, one is sent. */
function renewedAuthor(renew: () => Promise<string>): Promise<string> {
  renewingAuthor ??= renew().finally(() => (renewingAuthor = null));
  return renewingAuthor;
}

/** However many requests wait for it, one is sent. */
function renewed(): Promise<string> {
  renewing ??= renewSignIn().finally(() => (renewing = null));
  return renewing;
}

/** As the account, else as the author of this browser, which the first request creates. */
export async function authorised(path: string, init: RequestInit = {}, sender = send): Promise<Response> {
  const attempt = (token: string) => sender(path, { ...init, headers: { ...init.headers, ...bearer(token) } });
  const asAccount = isSignedIn();
  let response = await attempt(
    asAccount ? (accessToken ?? (await renewed())) : (author.get()?.accessToken ?? (await renewedAuthor(mint))),
  );
  if (response.status === 401) response = await attempt(await (asAccount ? renewed() : renewedAuthor(renewAuthor)));
  if (!response.ok) throw await errorOf(response);
  return response;
}
