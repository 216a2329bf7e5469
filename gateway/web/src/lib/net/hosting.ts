import type { HostedSession, KeyedSession, LaunchReply } from '$lib/contract';
import { authorised } from './caller';
import { bodyOf, errorOf, jsonBody, send } from './http';

const path = (code: string) => `/api/sessions/${encodeURIComponent(code)}`;
const coHostPath = (code: string, name: string) => `${path(code)}/co-hosts/${encodeURIComponent(name)}`;

/** The games that are on and that the account may host. */
export async function listLiveGames(): Promise<HostedSession[]> {
  return bodyOf<HostedSession[]>(await authorised('/api/sessions'));
}

/** The games of these host keys, as far as there is still something to see. Asks for no account. */
export async function lookUpGames(hostKeys: readonly string[]): Promise<KeyedSession[]> {
  const response = await send('/api/sessions/lookup', jsonBody({ hostKeys }));
  if (!response.ok) throw await errorOf(response);
  return bodyOf<KeyedSession[]>(response);
}

/** A host key of this browser's own. */
export async function hostKeyOf(code: string): Promise<LaunchReply> {
  return bodyOf<LaunchReply>(await authorised(`${path(code)}/host-key`, { method: 'POST' }));
}

/** The host key of the game that follows one whose host key this browser has. Asks for no account. */
export async function nextHostKey(hostKey: string, nextCode: string): Promise<LaunchReply> {
  const response = await send(`${path(nextCode)}/next-host-key`, jsonBody({ hostKey }));
  if (!response.ok) throw await errorOf(response);
  return bodyOf<LaunchReply>(response);
}

export async function listCoHosts(code: string): Promise<string[]> {
  return bodyOf<string[]>(await authorised(`${path(code)}/co-hosts`));
}

export async function addCoHost(code: string, name: string): Promise<void> {
  await authorised(coHostPath(code, name), { method: 'PUT' });
}

export async function removeCoHost(code: string, name: string): Promise<void> {
  await authorised(coHostPath(code, name), { method: 'DELETE' });
}
