import type { GroupFound, GroupReply, GroupSummary } from '$lib/contract';
import { readBoardAt, type SeenBoard } from './boards';
import { authorised } from './caller';
import { bodyOf, jsonBody } from './http';

const root = '/api/groups';
const path = (id: string, rest = '') => `${root}/${encodeURIComponent(id)}${rest}`;

/** The groups that the account hosts, and those that it is a member of. */
export async function listGroups(): Promise<GroupSummary[]> {
  return bodyOf<GroupSummary[]>(await authorised(root));
}

export async function makeGroup(name: string): Promise<GroupReply> {
  return bodyOf<GroupReply>(await authorised(root, jsonBody({ name })));
}

export async function findGroup(code: string): Promise<GroupFound> {
  return bodyOf<GroupFound>(await authorised(`${root}/lookup`, jsonBody({ code })));
}

export async function joinGroup(code: string, name: string, isListed: boolean): Promise<GroupReply> {
  return bodyOf<GroupReply>(await authorised(`${root}/memberships`, jsonBody({ code, name, isListed })));
}

export async function readGroup(id: string): Promise<GroupReply> {
  return bodyOf<GroupReply>(await authorised(path(id)));
}

export async function renameGroup(id: string, name: string): Promise<GroupReply> {
  return bodyOf<GroupReply>(await authorised(path(id), jsonBody({ name }, 'PUT')));
}

export async function replaceGroupCode(id: string): Promise<GroupReply> {
  return bodyOf<GroupReply>(await authorised(path(id, '/code'), { method: 'POST' }));
}

/** Has the group's link sent to an address. */
export async function inviteToGroup(id: string, address: string, language: string): Promise<void> {
  await authorised(path(id, '/invitations'), jsonBody({ address, language }));
}

export async function removeGroup(id: string): Promise<void> {
  await authorised(path(id), { method: 'DELETE' });
}

export async function changeMembership(id: string, name: string, isListed: boolean): Promise<GroupReply> {
  return bodyOf<GroupReply>(await authorised(path(id, '/membership'), jsonBody({ name, isListed }, 'PUT')));
}

export async function leaveGroup(id: string): Promise<void> {
  await authorised(path(id, '/membership'), { method: 'DELETE' });
}

export async function removeMember(id: string, name: string): Promise<void> {
  await authorised(path(id, `/members/${encodeURIComponent(name)}`), { method: 'DELETE' });
}

/**
 * The leaderboard of a group; null if it is the one that was seen.
 * @param season A month, as 2026-11, or '' for all time.
 */
export const readGroupBoard = (id: string, season: string, seen: string | null): Promise<SeenBoard | null> =>
  readBoardAt(path(id, '/board'), { ...(season && { season }) }, seen);
