import type { AccountReply, SignInWays, TwitchStart } from '$lib/contract';
import { authorHeaders, authorised } from './caller';
import { enter } from './account';
import { bodyOf, codeOf, errorOf, jsonBody, send } from './http';

const signInPath = '/api/account/sessions/twitch';
const linkPath = '/api/account/twitch';

/** Where the server does not say so, there is no button. */
export async function signInWays(): Promise<SignInWays> {
  try {
    const response = await send('/api/account/sign-in-ways', {});
    if (!response.ok) throw await errorOf(response);
    return await bodyOf<SignInWays>(response);
  } catch (error) {
    codeOf(error);
    return { twitch: false, mail: false };
  }
}

async function leaveFor(response: Response): Promise<void> {
  location.assign((await bodyOf<TwitchStart>(response)).url);
}

/** To the page of Twitch, which sends the browser back to where one signs in. */
export async function goToTwitch(): Promise<void> {
  const response = await send(`${signInPath}/start`, { method: 'POST' });
  if (!response.ok) throw await errorOf(response);
  await leaveFor(response);
}

/** Back from there: who is new takes the quizzes of this browser along. */
export const signInByTwitch = (code: string): Promise<void> => enter(signInPath, code ? { code } : {}, authorHeaders());

/** To the page of Twitch, which sends the browser back to the account. */
export async function goToLink(password: string): Promise<void> {
  await leaveFor(await authorised(`${linkPath}/start`, jsonBody({ password })));
}

export async function linkTwitch(): Promise<AccountReply> {
  return bodyOf<AccountReply>(await authorised(linkPath, { method: 'POST' }));
}

export async function unlinkTwitch(password: string): Promise<AccountReply> {
  return bodyOf<AccountReply>(await authorised(`${linkPath}/removal`, jsonBody({ password })));
}
