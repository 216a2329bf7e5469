import type { AccessReply, AccountReply, Credentials, SignedInBrowser } from '$lib/contract';
import { authorHeaders, authorised, cameIn, forgetAuthor, isSignedIn, wentOut } from './caller';
import { codeOf, errorOf, jsonBody, send } from './http';
import { claimResults } from './own-results';

const accountPath = '/api/account';
const signInsPath = `${accountPath}/sessions`;

async function enter(path: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
  const response = await send(path, jsonBody(body, 'POST', headers));
  if (!response.ok) throw await errorOf(response);
  cameIn((await response.json()) as AccessReply);
  // Who is in is in: what could not be claimed now is when the account's page is opened.
  await claimResults().catch(codeOf);
}

/** A new account, which takes the quizzes of this browser along. */
export async function register(credentials: Credentials): Promise<void> {
  await enter(accountPath, credentials, authorHeaders());
  forgetAuthor();
}

export const signIn = (credentials: Credentials): Promise<void> => enter(signInsPath, credentials);

export async function signOut(): Promise<void> {
  try {
    await authorised(`${signInsPath}/current`, { method: 'DELETE' });
  } catch (error) {
    // Else it was signed out already.
    if (isSignedIn()) throw error;
  }
  wentOut();
}

export async function readAccount(): Promise<AccountReply> {
  return (await (await authorised(accountPath)).json()) as AccountReply;
}

export async function rename(name: string): Promise<AccountReply> {
  return (await (await authorised(`${accountPath}/name`, jsonBody({ name }, 'PUT'))).json()) as AccountReply;
}

/** Signs all other browsers out. */
export async function changePassword(password: string, newPassword: string): Promise<void> {
  await authorised(`${accountPath}/password`, jsonBody({ password, newPassword }, 'PUT'));
}

export async function listSignIns(): Promise<SignedInBrowser[]> {
  return (await (await authorised(signInsPath)).json()) as SignedInBrowser[];
}

export async function endSignIn(id: string): Promise<void> {
  await authorised(`${signInsPath}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export async function endOtherSignIns(): Promise<void> {
  await authorised(signInsPath, { method: 'DELETE' });
}

/** All that is stored of the account, as the text of a file. */
export async function exportAccount(): Promise<string> {
  return (await authorised(`${accountPath}/export`)).text();
}

export async function deleteAccount(password: string): Promise<void> {
  await authorised(`${accountPath}/deletion`, jsonBody({ password }));
  wentOut();
}
