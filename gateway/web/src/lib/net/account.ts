import type {
  AccessReply,
  AccountReply,
  Credentials,
  EndedAccess,
  RecoveryCodes,
  SecondFactorSetup,
  AuthSession,
} from '$lib/contract';
import { authorHeaders, authorised, cameIn, forgetAuthor, isSignedIn, wentOut } from './caller';
import { bodyOf, codeOf, errorOf, jsonBody, send } from './http';
import { keepOwnAccount } from './own-account.svelte';
import { claimResults } from './own-results';

const accountPath = '/api/account';
const signInsPath = `${accountPath}/sessions`;
const secondFactorPath = `${accountPath}/second-factor`;

/** Asks for what signs this browser in. */
export async function enter(path: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
  const response = await send(path, jsonBody(body, 'POST', headers));
  if (!response.ok) throw await errorOf(response);
  cameIn(await bodyOf<AccessReply>(response));
  keepOwnAccount(null);
  // Signing in succeeds in any case: a claim that failed now is repeated when the account's page is opened.
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
  keepOwnAccount(null);
}

async function accountOf(response: Response): Promise<AccountReply> {
  const account = await bodyOf<AccountReply>(response);
  keepOwnAccount(account);
  return account;
}

let reading: Promise<AccountReply> | null = null;

/** However many ask for it at once, as a page and its header do, one request is sent. */
export function readAccount(): Promise<AccountReply> {
  reading ??= authorised(accountPath)
    .then(accountOf)
    .finally(() => (reading = null));
  return reading;
}

export async function rename(name: string): Promise<AccountReply> {
  return accountOf(await authorised(`${accountPath}/name`, jsonBody({ name }, 'PUT')));
}

export async function pickFace(face: number): Promise<AccountReply> {
  return accountOf(await authorised(`${accountPath}/face`, jsonBody({ face }, 'PUT')));
}

/** Signs all other browsers out. */
export async function changePassword(password: string, newPassword: string): Promise<void> {
  await authorised(`${accountPath}/password`, jsonBody({ password, newPassword }, 'PUT'));
}

/** By the link that an operator gave. */
export async function resetPassword(token: string, newPassword: string): Promise<void> {
  const response = await send(`${accountPath}/password/reset`, jsonBody({ token, newPassword }));
  if (!response.ok) throw await errorOf(response);
}

export async function listSignIns(): Promise<AuthSession[]> {
  return bodyOf<AuthSession[]>(await authorised(signInsPath));
}

export async function endSignIn(id: string): Promise<void> {
  await authorised(`${signInsPath}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export async function endOtherSignIns(): Promise<void> {
  await authorised(signInsPath, { method: 'DELETE' });
}

/** Ends all that opens the account but this browser and the passkeys. */
export async function endAccess(password: string): Promise<EndedAccess> {
  return bodyOf<EndedAccess>(await authorised(`${accountPath}/access/removal`, jsonBody({ password })));
}

export async function setUpSecondFactor(password: string): Promise<SecondFactorSetup> {
  return bodyOf<SecondFactorSetup>(await authorised(`${secondFactorPath}/setup`, jsonBody({ password })));
}

/** Signs all other browsers out. */
export async function confirmSecondFactor(code: string): Promise<RecoveryCodes> {
  return bodyOf<RecoveryCodes>(await authorised(secondFactorPath, jsonBody({ code })));
}

export async function removeSecondFactor(password: string): Promise<void> {
  await authorised(`${secondFactorPath}/removal`, jsonBody({ password }));
}

/** All that is stored of the account, as the text of a file. */
export async function exportAccount(): Promise<string> {
  return (await authorised(`${accountPath}/export`)).text();
}

export async function deleteAccount(password: string): Promise<void> {
  await authorised(`${accountPath}/deletion`, jsonBody({ password }));
  wentOut();
}
