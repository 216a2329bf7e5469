import type { HostedSession, LaunchReply } from '$lib/contract';
import { authorised } from './caller';

const path = (code: string) => `/api/sessions/${encodeURIComponent(code)}`;
const coHostPath = (code: string, name: string) => `${path(code)}/co-hosts/${encodeURIComponent(name)}`;

/** The games that are on and that the account may host. */
export async function listLiveGames(): Promise<HostedSession[]> {
  return (await (await authorised('/api/sessions')).json()) as HostedSession[];
}

/** A host key of this browser's own. */
export async function hostKeyOf(code: string): Promise<LaunchReply> {
  return (await (await authorised(`${path(code)}/host-key`, { method: 'POST' })).json()) as LaunchReply;
}

export async function listCoHosts(code: string): Promise<string[]> {
  return (await (await authorised(`${path(code)}/co-hosts`)).json()) as string[];
}

export async function addCoHost(code: string, name: string): Promise<void> {
  await authorised(coHostPath(code, name), { method: 'PUT' });
}

export async function removeCoHost(code: string, name: string): Promise<void> {
  await authorised(coHostPath(code, name), { method: 'DELETE' });
}
